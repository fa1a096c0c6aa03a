/**
 * What people say of the classifier's work. In: verdicts on one issue of one text, each kept under the hash of the words it
 * is of, so that the same person's second thought takes the place of the first. Out: {@link FeedbackLabels}, labelled items
 * in the form of the gold set, on which people who disagree make a label unsure.
 */
@NullMarked
package org.bellwether.classify.feedback;

import org.jspecify.annotations.NullMarked;
