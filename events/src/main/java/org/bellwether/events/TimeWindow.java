package org.bellwether.events;

import java.time.Instant;

/** From (exclusive) to (inclusive), UTC. */
public record TimeWindow(Instant from, Instant to) {}
