/**
 * Tells which of many subscribers' queries an item matches. In: queries as written ({@link WatchParser} reads them and says what is
 * wrong, at which column), and an item's analysed title and text ({@link WatchedItem}). Out: the ids of the watches that match.
 *
 * <p>The road of a query: {@code WatchTokens} cuts it, {@code WatchParser} makes a tree of {@code Clause}s over the terms that
 * {@code WatchWords} gets from the analyser, {@code QueryCode} writes that as numbers in a row, {@code Required} finds what any item
 * must hold for it to match at all. {@link WatchIndex} files it under the rarest of that, in {@code Postings}, with marks of what else
 * is required. The road of an item: each of the {@code HeldKeys} of a {@link WatchedItem} is looked up, and of what is filed there and
 * has its marks in the item's {@code Marks} the code is run ({@code QueryRun}). So an item costs what its own terms bring up, however
 * many watches there are. An index never changes; adding a watch makes another that shares all but a few small arrays with it.
 */
@NullMarked
package org.bellwether.classify.watch;

import org.jspecify.annotations.NullMarked;
