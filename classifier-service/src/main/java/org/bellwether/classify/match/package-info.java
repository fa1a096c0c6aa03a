/**
 * Finds patterns in analysed text. In: patterns ({@link PatternParser}) compiled once into an immutable {@link Matcher}, and an
 * {@link org.bellwether.classify.text.AnalysedText}. Out: every span each pattern covers. The cost of a text depends on
 * the patterns whose rarest term it holds, not on how many there are.
 *
 * <p>{@code NodeTable} compiles equal patterns to one {@code Node}, {@code Leaves} finds the words and prefixes that a term stands for,
 * {@code Wholes} which nodes hang on which, {@code Alive} which of them a text may hold, {@code Evaluation} finds the {@link Spans} of each
 * of those once, and {@link Proximity} those of what is near each other. {@link Hits} is asked for many patterns at a time by a
 * {@link PatternSet}.
 */
@NullMarked
package org.bellwether.classify.match;

import org.jspecify.annotations.NullMarked;
