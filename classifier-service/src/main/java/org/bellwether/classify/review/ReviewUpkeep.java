package org.bellwether.classify.review;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Keeps the store of near-misses small. While the store is away there is nothing to be done, and it is tried again. */
@Singleton
final class ReviewUpkeep {

    private static final Logger LOG = Logger.getLogger(ReviewUpkeep.class);

    private final MongoNearMisses misses;
    private final ReviewSettings settings;
    private final InstantSource clock;

    ReviewUpkeep(MongoNearMisses misses, ReviewSettings settings, InstantSource clock) {
        this.misses = misses;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            every = "10m",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void tidy() {
        try {
            misses.trim(clock.instant().minus(settings.keep()), settings.most());
        } catch (RuntimeException e) {
            LOG.debugf("near-misses cannot be tidied now: %s", e.getMessage());
        }
    }
}
