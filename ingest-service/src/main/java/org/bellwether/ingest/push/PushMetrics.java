package org.bellwether.ingest.push;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts what comes in at callbacks. */
public final class PushMetrics {

    /** What became of a push. */
    public enum Outcome {
        /** Its entries are taken in. */
        ACCEPTED,
        /** Not signed, or not as agreed. */
        IGNORED_SIGNATURE,
        /** Of a hub that cannot be told a secret: its feed is polled soon. */
        HINTED,
        /** There is no such subscription (any more). */
        UNKNOWN,
        /** It could not be taken in, and its feed is polled instead. */
        DEFERRED
    }

    private final MeterRegistry registry;

    public PushMetrics(MeterRegistry registry, Rounds rounds) {
        this.registry = registry;
        Gauge.builder("bellwether.push.subscriptions", rounds, Rounds::active)
                .description("Subscriptions that hubs have confirmed, of all instances")
                .register(registry);
        // From the start: what reads the counters does not see one rise that begins at one.
        for (Outcome outcome : Outcome.values()) {
            pushes(outcome);
        }
    }

    public void came(Outcome outcome) {
        pushes(outcome).increment();
    }

    private Counter pushes(Outcome outcome) {
        return Counter.builder("bellwether.feed.pushes")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .description("Pushes by outcome: accepted, hinted, ignored-signature, unknown, deferred")
                .register(registry);
    }
}
