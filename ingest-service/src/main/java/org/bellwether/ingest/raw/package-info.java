/**
 * What feeds sent, as they sent it. In: each document that was fetched or pushed, before anybody tried to read it; out: the last few
 * of a feed, so that they can be read again by a better parser. Bounded per feed and in time.
 */
@NullMarked
package org.bellwether.ingest.raw;

import org.jspecify.annotations.NullMarked;
