package org.bellwether.ingest.api;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.state.FeedBoard;
import org.bellwether.ingest.state.Tally;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** How many feeds do well, and what is wrong with the others. A dead feed is no reason to take the service out. */
@Readiness
@Singleton
public final class FeedsHealth implements HealthCheck {

    private static final int MOST_NAMED = 20;

    private final FeedBoard board;

    public FeedsHealth(FeedBoard board) {
        this.board = board;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health = HealthCheckResponse.named("feeds").up();
        Tally tally = board.tally();
        for (State state : State.values()) {
            health.withData(state.name().toLowerCase(Locale.ROOT), tally.count(state));
        }
        board.failing().entrySet().stream()
                .limit(MOST_NAMED)
                .forEach(failing -> health.withData("failing: " + failing.getKey(), failing.getValue()));
        return health.build();
    }
}
