package org.bellwether.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
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
 * @param nextPollCause the same reason as a program reads it
 * @param conditions what the diagnosis is made of, the gravest first; absent when all is well
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
        Instant at,
        @Nullable PollCause nextPollCause,
        @Nullable List<Condition> conditions) {

    public SourceStatus {
        conditions = conditions == null || conditions.isEmpty() ? null : List.copyOf(conditions);
    }

    /**
     * Why a feed is asked when it is.
     *
     * @param code {@code first | every | usual | quiet | window | stated | pushed | backoff | asked | host | waiting}
     * @param length the time from one poll to the next, ISO 8601
     */
    public record PollCause(String code, @Nullable String length) {}

    /**
     * Something about a feed that somebody should know.
     *
     * @param code names it for programs and translations
     * @param severity how grave it is
     * @param message what it is and the way out, in English
     * @param figures what the message speaks of, for who says it in another language: times (ISO 8601, UTC), lengths of time
     *     (ISO 8601) and addresses, in an order that is the code's; absent when there is nothing
     */
    public record Condition(
            String code,
            Severity severity,
            String message,
            @Nullable List<String> figures) {

        public Condition {
            figures = figures == null || figures.isEmpty() ? null : List.copyOf(figures);
        }

        /** One that speaks of nothing in particular. */
        public Condition(String code, Severity severity, String message) {
            this(code, severity, message, null);
        }
    }

    /** How grave a {@link Condition} is, the gravest first. */
    public enum Severity {
        /** Nothing can be read, or entries are lost. */
        @JsonProperty("error")
        ERROR,
        /** Read, but not all is as it should be. */
        @JsonEnumDefaultValue
        @JsonProperty("warning")
        WARNING,
        /** Worth knowing, no trouble. */
        @JsonProperty("info")
        INFO
    }

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
