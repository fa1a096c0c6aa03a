/**
 * The subscribers' own queries as they stand. In: the compacted topic {@code watches}, read from its beginning by every
 * instance for itself and followed from then on. Out: for each item the ids of those that match, by {@code watch}; and of each
 * query whether it is in force or refused, and why. A query that cannot be read stops no other.
 */
@NullMarked
package org.bellwether.classify.watchlist;

import org.jspecify.annotations.NullMarked;
