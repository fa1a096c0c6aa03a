package org.bellwether.classify.train;

import java.util.Set;
import org.bellwether.classify.linear.FeatureVector;

/**
 * Something to learn from.
 *
 * @param labels of the outputs that are right for it
 * @param unsure outputs that it says nothing of
 */
record Example(FeatureVector features, Set<String> labels, Set<String> unsure) {}
