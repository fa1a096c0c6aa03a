package org.bellwether.alert.taxonomy;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.bellwether.alert.archive.MongoIssues;
import org.bellwether.alert.indicator.Indicators;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Tells ops of indicators that name an issue which the taxonomy does not have: they run, and would never fire. That is no
 * reason to take the service out. A taxonomy comes issue by issue, so only what two looks in a row find is told.
 */
@Readiness
@Singleton
final class TaxonomyWatch implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(TaxonomyWatch.class);

    private final Indicators indicators;
    private final MongoIssues issues;
    private Map<String, List<String>> seen = Map.of();
    private volatile Map<String, List<String>> told = Map.of();

    TaxonomyWatch(Indicators indicators, MongoIssues issues, MeterRegistry meters) {
        this.indicators = indicators;
        this.issues = issues;
        Gauge.builder("bellwether.indicators.unknown.issues", () -> told.size())
                .description("indicators that name an issue which the taxonomy does not have")
                .register(meters);
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void look() {
        try {
            Map<String, List<String>> found = indicators.unknownIssues(issues.all());
            if (found.equals(seen)) {
                tell(found);
            }
            seen = found;
        } catch (MongoException e) {
            LOG.debugf("the store is away, the taxonomy is taken to be as it was: %s", e.getMessage());
        }
    }

    private void tell(Map<String, List<String>> found) {
        found.forEach((indicator, unknown) -> {
            if (!unknown.equals(told.get(indicator))) {
                LOG.warnf(
                        "indicator %s watches what the taxonomy does not have, and can never fire on it: %s; correct "
                                + "the indicators file, or add the issue to the taxonomy",
                        indicator, String.join(", ", unknown));
            }
        });
        told.keySet().stream()
                .filter(indicator -> !found.containsKey(indicator))
                .forEach(indicator -> LOG.infof("the taxonomy now has every issue that indicator %s names", indicator));
        told = found;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("taxonomy").up();
        told.forEach((indicator, unknown) ->
                response.withData(indicator, "watches what the taxonomy does not have: " + String.join(", ", unknown)));
        return response.build();
    }
}
