package org.bellwether.ingest.schedule;

import java.time.Instant;

/**
 * A decision about the next poll.
 *
 * @param at when (UTC)
 * @param reason why then, for people
 */
public record NextPoll(Instant at, String reason) {}
