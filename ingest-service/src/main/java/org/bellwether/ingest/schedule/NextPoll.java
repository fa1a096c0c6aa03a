package org.bellwether.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A decision about the next poll.
 *
 * @param at when (UTC)
 * @param cause why then, for programs
 * @param interval from one poll to the next, or the wait; absent where it is of no meaning
 * @param reason the same in words
 */
public record NextPoll(Instant at, Cause cause, @Nullable Duration interval, String reason) {

    /** Whether no program is to bring it forward: it was decided after a failure, or because server or host are to be left alone. */
    public boolean standsUntilDue() {
        return switch (cause) {
            case BACKOFF, ASKED, HOST -> true;
            case FIRST, EVERY, USUAL, QUIET, WINDOW, STATED, PUSHED, WAITING -> false;
        };
    }

    /** What a decision rests on. */
    public enum Cause {
        /** Never polled before. */
        FIRST,
        /** The catalogue says how often. */
        EVERY,
        /** Too little is known of the feed: the service's own interval. */
        USUAL,
        /** Nothing new for long. */
        QUIET,
        /** Half of what the window covers when the feed is at its fastest. */
        WINDOW,
        /** The publisher says how long an answer stays fresh. */
        STATED,
        /** Its hub pushes it, and polls only make sure of that. */
        PUSHED,
        /** After failures. */
        BACKOFF,
        /** The server asked to be left alone. */
        ASKED,
        /** The host has enough of other requests of ours. */
        HOST,
        /** Broker or store are away. */
        WAITING;

        /** As in APIs: {@code backoff}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
