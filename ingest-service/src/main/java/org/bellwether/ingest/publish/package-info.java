/**
 * The way out. In: items and states; out: records on {@code news.items} and {@code sources}, acknowledged by the broker
 * before the call returns.
 */
@NullMarked
package org.bellwether.ingest.publish;

import org.jspecify.annotations.NullMarked;
