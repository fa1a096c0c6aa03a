package org.bellwether.ingest.backend;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when broker and store are; says which is not, and why. */
@Readiness
@Singleton
public final class BackendsReadiness implements HealthCheck {

    private final Backends backends;

    public BackendsReadiness(Backends backends) {
        this.backends = backends;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker and store")
                .status(backends.away().isEmpty())
                .withData("broker", backends.brokerTrouble().orElse("ok"))
                .withData("store", backends.storeTrouble().orElse("ok"))
                .build();
    }
}
