/**
 * What a draft of the taxonomy would do. In: the draft, and the items of the last days from the log. Out: an {@link Impact}: what it
 * gains, loses and flips against the taxonomy in force, with examples, and how right either is on the labelled items and on
 * what people said. Nothing is kept, and nothing changes.
 */
@NullMarked
package org.bellwether.classify.impact;

import org.jspecify.annotations.NullMarked;
