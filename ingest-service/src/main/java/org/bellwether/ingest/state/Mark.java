package org.bellwether.ingest.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What tells one state of a feed from a later one, without what it holds. Times are to the millisecond, as the store keeps them.
 *
 * @param lastPoll when it was polled last; null when it never was
 * @param lastSuccess when it was read last; null when it never was
 * @param published how many items it has brought
 */
public record Mark(@Nullable Instant lastPoll, @Nullable Instant lastSuccess, long published) {

    /** Of a state that is known here. */
    public static Mark of(FeedState state) {
        return new Mark(
                millis(state.lastPoll()),
                millis(state.lastSuccess()),
                state.counts().published());
    }

    private static @Nullable Instant millis(@Nullable Instant time) {
        return time == null ? null : Instant.ofEpochMilli(time.toEpochMilli());
    }
}
