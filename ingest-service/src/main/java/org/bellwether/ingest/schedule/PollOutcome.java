package org.bellwether.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a poll went, as far as the next one depends on it. */
public sealed interface PollOutcome {

    /**
     * The feed answered and could be read, or said that nothing changed.
     *
     * @param tempo of the feed after that
     */
    record Answered(Tempo tempo) implements PollOutcome {}

    /**
     * The feed could not be read.
     *
     * @param consecutive failures in a row, this one included
     * @param retryAfter how long the server asked to be left alone (RFC 9110, section 10.2.3); zero when it has enough and
     *     does not say for how long
     * @param hope how likely it is to mend by itself
     */
    record Failed(int consecutive, @Nullable Duration retryAfter, Hope hope) implements PollOutcome {

        /** Whether the host is to be left alone for as long as we see fit. */
        public boolean hasEnough() {
            return retryAfter != null && retryAfter.isZero() && hope != Hope.HARDLY;
        }
    }

    /** The host has no room for this poll now; nothing was asked. */
    record Held(Instant until, String reason) implements PollOutcome {}

    /**
     * Not the feed's fault: our own broker or store was away.
     *
     * @param what is away
     * @param inVain how many times in a row the server had been asked by then; 0 when it was not asked
     */
    record Deferred(String what, int inVain) implements PollOutcome {

        /** Before the server was asked. */
        public Deferred(String what) {
            this(what, 0);
        }
    }

    /** How soon a failure may mend. */
    enum Hope {
        /** By itself and soon. */
        SOON,
        /** When somebody does something about it. */
        LATER,
        /** Hardly ever, but nothing is given up in silence. */
        HARDLY
    }
}
