package org.bellwether.alert.topology;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.bellwether.events.Alert;
import org.bellwether.messaging.DeadLetter;
import org.jboss.logging.Logger;

/** What the topology tells ops: transitions, lag and dead letters. */
final class TopologyReports {

    private static final Logger LOG = Logger.getLogger(TopologyReports.class);

    private final MeterRegistry meters;
    private final Consumer<DeadLetter> deadLetters;

    TopologyReports(MeterRegistry meters, Consumer<DeadLetter> deadLetters) {
        this.meters = meters;
        this.deadLetters = deadLetters;
    }

    void deadLetter(DeadLetter letter) {
        deadLetters.accept(letter);
    }

    void read(Instant fetched, Instant now) {
        Duration lag = Duration.between(fetched, now);
        meters.timer("bellwether.lag.seconds", "stage", "alert").record(lag.isNegative() ? Duration.ZERO : lag);
    }

    void transition(Alert alert) {
        String transition = alert.transition().name().toLowerCase(Locale.ROOT);
        meters.counter("bellwether.alerts", "indicator", alert.indicatorId(), "transition", transition)
                .increment();
        LOG.infof(
                "%s %s, episode %d, alert %s: %s",
                alert.indicatorId(),
                transition,
                alert.episode(),
                alert.id(),
                alert.reason().en());
    }
}
