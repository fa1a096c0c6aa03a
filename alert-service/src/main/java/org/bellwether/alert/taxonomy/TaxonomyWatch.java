package org.bellwether.alert.taxonomy;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.bellwether.alert.archive.MongoIssues;
import org.jboss.logging.Logger;

/** Looks at the archive's taxonomy every other second, and tells ops of what changed by log and gauge. */
@Singleton
final class TaxonomyWatch {

    private static final Logger LOG = Logger.getLogger(TaxonomyWatch.class);

    private final UnknownIssues unknown;
    private final MongoIssues issues;

    TaxonomyWatch(UnknownIssues unknown, MongoIssues issues, MeterRegistry meters) {
        this.unknown = unknown;
        this.issues = issues;
        Gauge.builder(
                        "bellwether.indicators.unknown.issues",
                        unknown,
                        known -> known.all().size())
                .description("indicators that name an issue which the taxonomy does not have")
                .register(meters);
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            tell(unknown.look(issues.all()));
        } catch (MongoException e) {
            LOG.debugf("the store is away, the taxonomy is taken to be as it was: %s", e.getMessage());
        }
    }

    private static void tell(UnknownIssues.Change change) {
        change.now().forEach((indicator, issues) -> {
            if (!issues.equals(change.before().get(indicator))) {
                LOG.warnf(
                        "indicator %s watches what the taxonomy does not have, and can never fire on it: %s; correct "
                                + "the indicators file, or add the issue to the taxonomy",
                        indicator, String.join(", ", issues));
            }
        });
        change.before().keySet().stream()
                .filter(indicator -> !change.now().containsKey(indicator))
                .forEach(indicator -> LOG.infof("the taxonomy now has every issue that indicator %s names", indicator));
    }
}
