package org.bellwether.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * When a feed's next poll is due.
 *
 * @param feedId whose
 * @param clock that the time goes by
 */
record DuePoll(String feedId, Instant at, InstantSource clock) implements Delayed {

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(Duration.between(clock.instant(), at));
    }

    @Override
    public int compareTo(Delayed other) {
        return at.compareTo(((DuePoll) other).at);
    }
}
