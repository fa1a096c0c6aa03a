package org.bellwether.ingest.schedule;

import java.time.Duration;
import org.bellwether.ingest.schedule.NextPoll.Cause;

/**
 * How often a feed is polled while it answers.
 *
 * @param length from the start of one poll to the start of the next
 * @param cause what it rests on
 * @param reason the same in words
 */
public record Interval(Duration length, Cause cause, String reason) {}
