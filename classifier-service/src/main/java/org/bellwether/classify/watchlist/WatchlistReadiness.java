package org.bellwether.classify.watchlist;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the watches have been read once; where that does not come about, ready without them after a minute, and told. */
@Readiness
@Singleton
final class WatchlistReadiness implements HealthCheck {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Watchlist watchlist;
    private final InstantSource clock;
    private final Instant begun;

    WatchlistReadiness(Watchlist watchlist, InstantSource clock) {
        this.watchlist = watchlist;
        this.clock = clock;
        this.begun = clock.instant();
    }

    @Override
    public HealthCheckResponse call() {
        boolean complete = watchlist.isComplete();
        HealthCheckResponseBuilder health = HealthCheckResponse.named("watches")
                .status(complete || clock.instant().isAfter(begun.plus(LONGEST)))
                .withData("watches", watchlist.size());
        if (!complete) {
            health.withData(
                    "state", "the topic watches has not been read to its end yet; items are tagged without some");
        }
        return health.build();
    }
}
