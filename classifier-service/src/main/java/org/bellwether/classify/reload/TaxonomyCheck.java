package org.bellwether.classify.reload;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Looks at the operator's file from time to time, and tells which taxonomy is in force. A refused file does not make the
 * service unready: it works on by the last good one.
 */
@Readiness
@Singleton
final class TaxonomyCheck implements HealthCheck {

    private final TaxonomyInForce inForce;
    private final TaxonomyReload reload;

    TaxonomyCheck(TaxonomyInForce inForce, TaxonomyReload reload, MeterRegistry meters) {
        this.inForce = inForce;
        this.reload = reload;
        Gauge.builder("bellwether.taxonomy.refused", reload, r -> r.refused().isPresent() ? 1 : 0)
                .description("1 while the operator's taxonomy cannot be used and the last good one is in force")
                .register(meters);
    }

    @Scheduled(
            every = "${bellwether.taxonomy-check}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        reload.reload();
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health = HealthCheckResponse.named("taxonomy")
                .up()
                .withData("version", inForce.version())
                .withData("file", reload.file().map(Object::toString).orElse("as shipped"));
        reload.refused().ifPresent(refused -> health.withData("refused", refused.summary()));
        return health.build();
    }
}
