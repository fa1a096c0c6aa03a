package org.bellwether.ingest.poll;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.state.FeedBoard;

/** Counts what the loop does. */
public final class PollMetrics {

    private final MeterRegistry registry;
    private final Counter published;

    public PollMetrics(MeterRegistry registry, FeedBoard board) {
        this.registry = registry;
        this.published = Counter.builder("bellwether.items.published")
                .description("Items published, corrections included")
                .register(registry);
        for (State state : State.values()) {
            Gauge.builder("bellwether.feeds", board, feeds -> feeds.count(state))
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .description("Feeds by how their last poll went")
                    .register(registry);
        }
    }

    void polled(PollReport report) {
        polls(report.label()).increment();
        published.increment(report.published());
    }

    void deferred() {
        polls("deferred").increment();
    }

    private Counter polls(String outcome) {
        return Counter.builder("bellwether.feed.polls")
                .tag("outcome", outcome)
                .description("Polls by outcome: read, unchanged, failed, deferred")
                .register(registry);
    }
}
