package org.bellwether.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a feed does: topic {@code sources} (compacted), key {@link #feedId()}.
 *
 * @param feedId catalogue id
 * @param name as readers know it
 * @param url where it is read
 * @param publisher who publishes it
 * @param language BCP 47 of the feed
 * @param state how the last poll went
 * @param diagnosis what was wrong and the way out; absent when all is well
 * @param lastPoll when it was last asked (UTC)
 * @param lastSuccess when it last answered readably (UTC)
 * @param newestItem publication time of the newest item read (UTC)
 * @param nextPoll when it is asked next (UTC)
 * @param nextPollReason why then
 * @param consecutiveFailures polls since the last success
 * @param itemsPublished items published since the feed is known
 * @param at when this was written (UTC)
 */
public record SourceStatus(
        String feedId,
        String name,
        String url,
        Publisher publisher,
        String language,
        State state,
        @Nullable String diagnosis,
        @Nullable Instant lastPoll,
        @Nullable Instant lastSuccess,
        @Nullable Instant newestItem,
        @Nullable Instant nextPoll,
        @Nullable String nextPollReason,
        int consecutiveFailures,
        long itemsPublished,
        Instant at) {

    /** How the last poll went. */
    public enum State {
        /** Known, not polled yet. */
        @JsonEnumDefaultValue
        @JsonProperty("new")
        NEW,
        @JsonProperty("ok")
        OK,
        /** Read, with repairs or warnings. */
        @JsonProperty("degraded")
        DEGRADED,
        /** Could not be read. */
        @JsonProperty("failing")
        FAILING,
        /** Switched off in the catalogue. */
        @JsonProperty("disabled")
        DISABLED
    }
}
