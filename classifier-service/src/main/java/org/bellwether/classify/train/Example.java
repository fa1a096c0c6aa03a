package org.bellwether.classify.train;

import java.util.List;
import java.util.Set;
import org.bellwether.classify.linear.FeatureVector;

/**
 * Something to learn from.
 *
 * @param passages features of each; it is the first that is learned from
 * @param labels of the outputs that are right for it
 * @param unsure outputs that it says nothing of
 */
record Example(List<FeatureVector> passages, Set<String> labels, Set<String> unsure) {

    FeatureVector features() {
        return passages.get(0);
    }
}
