package org.bellwether.ingest.item;

import java.time.Instant;

/**
 * A reading of a feed.
 *
 * @param at when (UTC)
 * @param first the feed was never read before, so that what stands in it may be of any age
 */
public record FeedReading(Instant at, boolean first) {}
