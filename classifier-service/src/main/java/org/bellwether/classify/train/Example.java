package org.bellwether.classify.train;

import java.util.Set;
import org.bellwether.classify.linear.FeatureVector;
import org.bellwether.classify.score.Portions;

/**
 * Something to learn from.
 *
 * @param portions features of each; it is the first passage that is learned from
 * @param labels of the outputs that are right for it
 * @param unsure outputs that it says nothing of
 */
record Example(Portions<FeatureVector> portions, Set<String> labels, Set<String> unsure) {

    FeatureVector features() {
        return portions.first();
    }
}
