package org.bellwether.ingest.lease;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Time that only ever passes, also while the machine sleeps. The monotonic clock of most platforms stands still meanwhile; that
 * the wall clock went further shows it. So a wall clock that is put forward counts as sleep, which costs no more than a beat;
 * one that is put back counts for nothing.
 */
public final class Steady implements InstantSource {

    /** The wall clock is trimmed all the time; it is not that which a sleep is told by. */
    private static final Duration TRIM = Duration.ofMillis(500);

    private final LongSupplier nanos;
    private final InstantSource wall;
    private Duration ahead;
    private Duration slept = Duration.ZERO;

    /** By this machine's clocks. */
    public Steady() {
        this(System::nanoTime, InstantSource.system());
    }

    /**
     * @param nanos monotonic, from any origin
     * @param wall may jump either way
     */
    Steady(LongSupplier nanos, InstantSource wall) {
        this.nanos = nanos;
        this.wall = wall;
        this.ahead = aheadOf(nanos.getAsLong());
    }

    /** Comparable with other answers of this object alone. */
    @Override
    public synchronized Instant instant() {
        long now = nanos.getAsLong();
        Duration current = aheadOf(now);
        Duration gained = current.minus(ahead);
        if (gained.compareTo(TRIM) > 0) {
            slept = slept.plus(gained);
        }
        ahead = current;
        return Instant.EPOCH.plusNanos(now).plus(slept);
    }

    private Duration aheadOf(long now) {
        return Duration.between(Instant.EPOCH.plusNanos(now), wall.instant());
    }
}
