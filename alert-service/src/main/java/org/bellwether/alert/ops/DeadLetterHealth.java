package org.bellwether.alert.ops;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells of dead letters; they are no reason to take the service out, for the line goes on. */
@Readiness
final class DeadLetterHealth implements HealthCheck {

    private final DeadLetterTally tally;

    DeadLetterHealth(DeadLetterTally tally) {
        this.tally = tally;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("dead letters").up();
        tally.summary().forEach(response::withData);
        return response.build();
    }
}
