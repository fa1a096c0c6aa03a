/**
 * How fast an item finds the watches it matches, beside what else could be used. {@link NewsCorpus} has the items, {@link WatchFarm}
 * makes the watches; {@link MatchComparison} first holds all rivals to the same hits, then lets JMH time them and prints
 * the table of {@code docs/performance.md} with its goals.
 */
@NullMarked
package org.bellwether.benchmarks.match;

import org.jspecify.annotations.NullMarked;
