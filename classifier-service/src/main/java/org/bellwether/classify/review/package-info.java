/**
 * What the classifier nearly tagged. In: tagged items, as they go out. Out: their uncertain tags as {@link NearMiss}es, newest
 * first, for people to judge; kept for a bounded time and in a bounded number, the oldest go first. A later version of
 * an item, or another taxonomy's reading of it, takes the place of the one before.
 */
@NullMarked
package org.bellwether.classify.review;

import org.jspecify.annotations.NullMarked;
