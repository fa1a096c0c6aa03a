package org.bellwether.ingest.poll;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.bellwether.events.SourceKind;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.state.FeedBoard;
import org.bellwether.ingest.state.Tally;
import org.jspecify.annotations.Nullable;

/**
 * How many feeds are in which state, and how old the newest item of each kind is. The gauges of a scrape are asked one after
 * the other; they share one look over the feeds, of which there may be tens of thousands.
 */
final class BoardGauges {

    private static final long SHARED_FOR = TimeUnit.SECONDS.toNanos(1);

    private final FeedBoard board;
    private final InstantSource clock;
    private @Nullable Tally tally;
    private long talliedAt;

    BoardGauges(FeedBoard board, InstantSource clock) {
        this.board = board;
        this.clock = clock;
    }

    /** The registry refers to this weakly. */
    void register(MeterRegistry registry) {
        for (State state : State.values()) {
            Gauge.builder("bellwether.feeds", this, gauges -> gauges.tally().count(state))
                    .tag("state", PollMetrics.label(state))
                    .description("Feeds by how their last poll went")
                    .register(registry);
        }
        for (SourceKind kind : SourceKind.values()) {
            Gauge.builder("bellwether.feed.freshness.seconds", this, gauges -> gauges.age(kind))
                    .tag("kind", PollMetrics.label(kind))
                    .description("Age of the newest item of any feed of the kind; none where no item is dated")
                    .register(registry);
        }
    }

    private double age(SourceKind kind) {
        return tally().newestItem(kind)
                .map(newest -> Duration.between(newest, clock.instant()).toMillis() / 1e3)
                .orElse(Double.NaN);
    }

    private synchronized Tally tally() {
        long now = System.nanoTime();
        if (tally == null || now - talliedAt > SHARED_FOR) {
            tally = board.tally();
            talliedAt = now;
        }
        return tally;
    }
}
