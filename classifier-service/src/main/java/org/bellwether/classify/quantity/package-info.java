/**
 * Sums, rates and counts. In: the analysed item and its tags. Out: quantities with exact values and spans.
 *
 * <p>A text is read in two passes. {@link org.bellwether.classify.quantity.NumeralScanner} finds what is written as a
 * number; then {@link org.bellwether.classify.quantity.FigureReader} reads what stands left and right of each: its
 * measure, a second end, how exact it is and over what time. What has no measure (dates, names of models, scores) is no
 * figure.
 *
 * <p>Where the contract is silent, most of those who labelled items decide: a number in words counts from four on, two and
 * three only if they introduce nobody; so many in ten people are a rate and no figure; a sum called a cap is a highest
 * figure, a rate called a ceiling is exact; jobs are things, not people; floors of troops are exact.
 */
@NullMarked
package org.bellwether.classify.quantity;

import org.jspecify.annotations.NullMarked;
