/**
 * How the news drifts away from the taxonomy's words. In: near-misses and texts that people say were missed, and for comparison
 * the newest items of the log. Out: {@link Suggestion}s, words and pairs of words that are much oftener in the former than in the
 * latter, each with its counts and the items it comes from.
 *
 * <p>Nothing is counted beforehand and nothing is kept: near-misses stand in the store anyway, and the log is the archive. So an answer
 * takes the seconds that it takes to read some thousand items, and the same answer serves for ten minutes. A term is measured by
 * {@link LogOdds}, counted once for each text, and left out where the taxonomy knows it.
 */
@NullMarked
package org.bellwether.classify.drift;

import org.jspecify.annotations.NullMarked;
