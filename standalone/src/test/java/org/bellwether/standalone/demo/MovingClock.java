package org.bellwether.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Time that stands still until it is moved. */
final class MovingClock implements InstantSource {
    /** A Wednesday, 11 in the morning in Seoul. */
    static final Instant START = Instant.parse("2026-03-04T02:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Sets the time to so long after the start. */
    void standAt(Duration afterStart) {
        now.set(START.plus(afterStart));
    }
}
