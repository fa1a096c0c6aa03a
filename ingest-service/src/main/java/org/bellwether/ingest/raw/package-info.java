/**
 * What feeds sent, as they sent it. In: each document that was fetched, and each that was pushed and could be read, before it is taken in;
 * out: the last few of a feed, and the last that could not be read, so that they can be read again by a better parser. Bounded per feed and
 * in time.
 */
@NullMarked
package org.bellwether.ingest.raw;

import org.jspecify.annotations.NullMarked;
