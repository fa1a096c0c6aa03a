/**
 * Sums, rates and counts. In: the analysed item and its tags. Out: quantities with exact values and spans.
 *
 * <p>A text is read in two passes. {@link org.bellwether.classify.quantity.NumeralScanner} finds what is written as a
 * number; then {@link org.bellwether.classify.quantity.FigureReader} reads what stands left and right of each: its
 * measure, a second end, how exact it is and over what time. What has no measure (dates, names of models, scores) is no
 * figure.
 */
@NullMarked
package org.bellwether.classify.quantity;

import org.jspecify.annotations.NullMarked;
