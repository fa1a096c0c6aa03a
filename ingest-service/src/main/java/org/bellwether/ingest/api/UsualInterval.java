package org.bellwether.ingest.api;

import java.time.Duration;

/**
 * How often a feed is polled of which the catalogue says nothing else.
 *
 * @param interval from the start of one poll to the start of the next
 */
public record UsualInterval(Duration interval) {}
