/** {@code NewsItem} to {@code TaggedItem}. */
@NullMarked
package org.bellwether.classify;

import org.jspecify.annotations.NullMarked;
