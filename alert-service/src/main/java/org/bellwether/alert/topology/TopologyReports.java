package org.bellwether.alert.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.bellwether.alert.indicator.IndicatorDefinition;
import org.bellwether.alert.indicator.Indicators;
import org.bellwether.alert.ops.StageLag;
import org.bellwether.events.Alert;
import org.bellwether.messaging.DeadLetter;
import org.jboss.logging.Logger;

/** What the topology tells ops: transitions, lag and dead letters. */
final class TopologyReports {

    private static final Logger LOG = Logger.getLogger(TopologyReports.class);

    private final MeterRegistry meters;
    private final StageLag lag;
    private final Consumer<DeadLetter> deadLetters;

    /** Registers a counter for each transition of each indicator, so that none is missing before it first happens. */
    TopologyReports(Indicators indicators, MeterRegistry meters, StageLag lag, Consumer<DeadLetter> deadLetters) {
        this.meters = meters;
        this.lag = lag;
        this.deadLetters = deadLetters;
        for (IndicatorDefinition definition : indicators.all()) {
            for (Alert.Transition transition : Alert.Transition.values()) {
                counter(definition.id(), transition);
            }
        }
    }

    void deadLetter(DeadLetter letter) {
        deadLetters.accept(letter);
    }

    void read(Instant fetched, Instant now) {
        lag.record(StageLag.Stage.ALERT, fetched, now);
    }

    void transition(Alert alert) {
        counter(alert.indicatorId(), alert.transition()).increment();
        LOG.infof(
                "%s %s, episode %d, alert %s: %s",
                alert.indicatorId(),
                label(alert.transition()),
                alert.episode(),
                alert.id(),
                alert.reason().en());
    }

    private Counter counter(String indicatorId, Alert.Transition transition) {
        return meters.counter("bellwether.alerts", "indicator", indicatorId, "transition", label(transition));
    }

    private static String label(Alert.Transition transition) {
        return transition.name().toLowerCase(Locale.ROOT);
    }
}
