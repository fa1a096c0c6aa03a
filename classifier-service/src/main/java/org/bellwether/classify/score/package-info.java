/**
 * From hits to labels. In: an item's hits and the taxonomy. Out: {@link org.bellwether.events.Tag}s with probability and the
 * evidence that made it.
 */
@NullMarked
package org.bellwether.classify.score;

import org.jspecify.annotations.NullMarked;
