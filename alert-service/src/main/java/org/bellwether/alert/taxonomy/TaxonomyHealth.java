package org.bellwether.alert.taxonomy;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Names the indicators that name an issue which the taxonomy does not have: they run, and would never fire on it. That is
 * no reason to take the service out.
 */
@Readiness
@Singleton
final class TaxonomyHealth implements HealthCheck {

    private final UnknownIssues unknown;

    TaxonomyHealth(UnknownIssues unknown) {
        this.unknown = unknown;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("taxonomy").up();
        unknown.all()
                .forEach((indicator, issues) -> response.withData(
                        indicator, "watches what the taxonomy does not have: " + String.join(", ", issues)));
        return response.build();
    }
}
