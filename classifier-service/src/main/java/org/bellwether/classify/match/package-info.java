/**
 * Finds patterns in analysed text. In: patterns ({@link PatternParser}) compiled once into an immutable {@link Matcher}, and an
 * {@link org.bellwether.classify.text.AnalysedText}. Out: every span each pattern covers. The cost of a text depends on
 * the patterns whose rarest term it holds, not on how many there are.
 */
@NullMarked
package org.bellwether.classify.match;

import org.jspecify.annotations.NullMarked;
