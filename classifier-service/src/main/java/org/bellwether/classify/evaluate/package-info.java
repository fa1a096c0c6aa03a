/**
 * How right the classifier is. In: labelled items. Out: precision, recall and F1 per issue and language, and the worst errors with
 * their evidence. Run it with {@code ./mvnw -pl classifier-service -am -Pevaluate test}: it reads the gold set of this module
 * and, where it is there, the development set beside the project; {@code target/evaluation-<set>.txt} keeps each report.
 */
@NullMarked
package org.bellwether.classify.evaluate;

import org.jspecify.annotations.NullMarked;
