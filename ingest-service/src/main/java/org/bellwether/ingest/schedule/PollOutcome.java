package org.bellwether.ingest.schedule;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a poll went, as far as the next one depends on it. */
public sealed interface PollOutcome {

    /** The feed answered and could be read, or said that nothing changed. */
    record Answered() implements PollOutcome {}

    /**
     * The feed could not be read.
     *
     * @param consecutive failures in a row, this one included
     * @param retryAfter how long the server asked to be left alone (RFC 9110, section 10.2.3)
     */
    record Failed(int consecutive, @Nullable Duration retryAfter) implements PollOutcome {}

    /**
     * Not the feed's fault: our own broker or store was away.
     *
     * @param what is away
     */
    record Deferred(String what) implements PollOutcome {}
}
