package org.bellwether.ingest.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often entries of a feed may have been lost: it had moved past the newest of what stood in it before.
 *
 * @param count since the feed is known
 * @param at when it last showed (UTC)
 * @param after publication time of the newest entry seen before that (UTC), if any was dated
 * @param before publication time of the oldest entry seen then (UTC), if any was dated
 */
public record Losses(
        long count,
        @Nullable Instant at,
        @Nullable Instant after,
        @Nullable Instant before) {

    /** Nothing was lost as far as is known. */
    public static final Losses NONE = new Losses(0, null, null, null);

    /** With one more. */
    public Losses and(Instant seenAt, @Nullable Instant newestBefore, @Nullable Instant oldestNow) {
        return new Losses(count + 1, seenAt, newestBefore, oldestNow);
    }
}
