package org.bellwether.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.bellwether.ingest.catalogue.Feed;

/** A feed that waits for its next poll. It is in the queue or in a worker's hands, never in both. */
record DuePoll(Feed feed, Instant at, InstantSource clock) implements Delayed {

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(Duration.between(clock.instant(), at));
    }

    @Override
    public int compareTo(Delayed other) {
        return at.compareTo(((DuePoll) other).at);
    }
}
