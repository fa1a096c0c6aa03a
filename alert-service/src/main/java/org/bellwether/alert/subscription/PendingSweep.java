package org.bellwether.alert.subscription;

import com.mongodb.MongoException;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Forgets the addresses of those who never confirmed: somebody else may have entered them. */
@Singleton
public class PendingSweep {

    private static final Logger LOG = Logger.getLogger(PendingSweep.class);

    private final MongoSubscriptions subscriptions;
    private final Duration keep;
    private final InstantSource clock;

    PendingSweep(MongoSubscriptions subscriptions, SubscriptionConfig config, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.keep = config.keepPending();
        this.clock = clock;
    }

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        try {
            subscriptions.expire(clock.instant().minus(keep));
        } catch (MongoException e) {
            LOG.debugf("the store is away, requests that nobody confirmed stay: %s", e.getMessage());
        }
    }
}
