package org.bellwether.alert.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.bellwether.alert.indicator.IndicatorDefinition;
import org.bellwether.alert.indicator.Indicators;
import org.bellwether.alert.indicator.Observation;
import org.bellwether.alert.indicator.Observations;
import org.bellwether.alert.indicator.Reading;
import org.bellwether.alert.indicator.Standing;
import org.bellwether.alert.indicator.Step;
import org.bellwether.alert.indicator.Transitions;
import org.bellwether.events.Alert;
import org.bellwether.events.IndicatorState;
import org.bellwether.events.Topic;
import org.bellwether.messaging.CloudEvent;
import org.jspecify.annotations.Nullable;

/** The indicators of one task: fires on readings, resolves by the clock, tells where each stands. */
final class IndicatorProcessor implements Processor<String, Reading, String, Outgoing> {

    static final String SOURCE = "/alert-service";
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofMinutes(1);

    private final Indicators indicators;
    private final TopologyReports reports;
    private final Map<String, LiveIndicator> live = new TreeMap<>();
    private @Nullable ProcessorContext<String, Outgoing> context;
    private @Nullable IndicatorStores stores;
    private Instant sweptAt = Instant.EPOCH;
    private boolean awake;

    IndicatorProcessor(Indicators indicators, TopologyReports reports) {
        this.indicators = indicators;
        this.reports = reports;
    }

    /** Called anew when a task is revived with its stores restored, so nothing of before may stay. */
    @Override
    public void init(ProcessorContext<String, Outgoing> processorContext) {
        context = processorContext;
        stores = new IndicatorStores(processorContext);
        live.clear();
        awake = false;
        sweptAt = Instant.EPOCH;
        processorContext.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, millis -> tick(Instant.ofEpochMilli(millis)));
    }

    @Override
    public void process(Record<String, Reading> record) {
        Reading reading = record.value();
        Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        wake(now);
        LiveIndicator indicator = live.get(reading.indicatorId());
        if (indicator == null || !indicator.definition.hash().equals(reading.definition())) {
            // Read by a definition that is no longer in force.
            return;
        }
        Observation observation = reading.observation();
        Instant horizon = now.minus(indicator.definition.memory());
        boolean forgotten = observation != null && observation.at().isBefore(horizon);
        if (forgotten || !indicator.observations.take(reading)) {
            return;
        }
        stores().put(reading);
        indicator.changed();
        reports.read(reading.fetched(), now);
        if (observation != null) {
            apply(indicator, indicator.indicator.onItem(indicator.standing(), observation.at(), now), now);
        }
    }

    private void tick(Instant now) {
        wake(now);
        boolean sweep = !now.isBefore(sweptAt.plus(SWEEP));
        for (LiveIndicator indicator : live.values()) {
            // First the clock, then the sweep: after a long stop it would sweep away what an open episode fired on, and
            // the indicator could only take that for a correction.
            apply(indicator, indicator.indicator.onClock(indicator.standing(), now), now);
            if (sweep) {
                Instant horizon = now.minus(indicator.definition.memory());
                stores().forget(indicator.definition.id(), indicator.observations.forgetBefore(horizon));
            }
            if (indicator.mustTell(now)) {
                tell(indicator, now);
            }
        }
        sweptAt = sweep ? now : sweptAt;
    }

    /** Takes up what the stores hold, once; not in {@code init}, where nothing may be sent yet. */
    private void wake(Instant now) {
        if (awake) {
            return;
        }
        awake = true;
        for (IndicatorDefinition definition : indicators.all()) {
            if (IndicatorPartitions.of(definition.id()) == context().taskId().partition()) {
                live.put(definition.id(), takeUp(definition, now));
            }
        }
        for (String id : stores().indicatorIds()) {
            if (indicators.byId(id).isEmpty()) {
                retire(id, now);
            }
        }
    }

    private LiveIndicator takeUp(IndicatorDefinition definition, Instant now) {
        Optional<Standing> stored = stores().standing(definition.id());
        Standing standing = stored.orElseGet(() -> Standing.initial(definition.hash(), now));
        if (!standing.definition().equals(definition.hash())) {
            stores().drop(definition.id());
            standing = redefine(standing, definition.hash(), now);
        }
        stores().put(definition.id(), standing);
        List<Reading> readings = stores().readings(definition.id());
        return new LiveIndicator(definition, new Observations(readings), standing);
    }

    private Standing redefine(Standing standing, String newDefinition, Instant now) {
        if (standing instanceof Standing.Watching watching) {
            return watching.redefined(newDefinition, now);
        }
        Step step = Transitions.redefined((Standing.Firing) standing, newDefinition, now);
        step.transition().ifPresent(this::send);
        return step.standing();
    }

    /** Its definition is gone from the file. */
    private void retire(String indicatorId, Instant now) {
        stores().standing(indicatorId).ifPresent(standing -> redefine(standing, "", now));
        stores().drop(indicatorId);
        send(indicatorId, now, new RecordHeaders(), new Outgoing(Topic.INDICATORS, null));
    }

    private void apply(LiveIndicator indicator, Step step, Instant now) {
        if (step.transition().isEmpty()) {
            return;
        }
        indicator.standing(step.standing());
        stores().put(indicator.definition.id(), step.standing());
        step.transition().ifPresent(this::send);
        tell(indicator, now);
    }

    private void tell(LiveIndicator indicator, Instant now) {
        IndicatorState state = indicator.indicator.state(indicator.standing(), now);
        String id = state.indicatorId() + "@" + now;
        RecordHeaders headers = new RecordHeaders(
                CloudEvent.of(Topic.INDICATORS, id, SOURCE, now).headers());
        send(state.indicatorId(), now, headers, new Outgoing(Topic.INDICATORS, state));
        indicator.told(now);
    }

    private void send(Alert alert) {
        reports.transition(alert);
        CloudEvent event = CloudEvent.of(Topic.ALERTS, alert.id(), SOURCE, alert.detectedAt());
        RecordHeaders headers = new RecordHeaders(event.headers());
        send(alert.indicatorId(), alert.detectedAt(), headers, new Outgoing(Topic.ALERTS, alert));
    }

    private void send(String key, Instant at, RecordHeaders headers, Outgoing outgoing) {
        context().forward(new Record<>(key, outgoing, at.toEpochMilli(), headers));
    }

    private ProcessorContext<String, Outgoing> context() {
        return started(context);
    }

    private IndicatorStores stores() {
        return started(stores);
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("used before init");
        }
        return part;
    }
}
