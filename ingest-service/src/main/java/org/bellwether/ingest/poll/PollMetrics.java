package org.bellwether.ingest.poll;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.bellwether.events.SourceKind;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.parse.Repair;
import org.bellwether.ingest.state.FeedBoard;

/**
 * Counts what the loop does. No series stands for a single feed: there may be tens of thousands, and the API tells of each.
 */
public final class PollMetrics {

    private static final List<String> OUTCOMES = List.of("read", "unchanged", "failed", "held", "deferred");

    private final MeterRegistry registry;
    private final InstantSource clock;
    private final Counter published;
    private final Timer handover;
    // The registry alone would not keep them.
    private final BoardGauges gauges;

    public PollMetrics(MeterRegistry registry, FeedBoard board, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
        this.gauges = new BoardGauges(board, clock);
        this.published = Counter.builder("bellwether.items.published")
                .description("Items published, corrections included")
                .register(registry);
        this.handover = Timer.builder("bellwether.publish")
                .description(
                        "From the end of a feed's fetching, or the arrival of a push, until its items were with the broker and marked: "
                                + "parsing, waiting for others and the reading of articles included")
                .register(registry);
        gauges.register(registry);
        for (SourceKind kind : SourceKind.values()) {
            // From the start: an alert does not see a counter rise that begins at one.
            losses(kind);
        }
        // Like losses from the start: an alert does not see a counter rise that begins at one.
        OUTCOMES.forEach(this::polls);
        Articles.OUTCOMES.forEach(this::articles);
    }

    /** What came of a poll is written down. */
    void polled(Feed feed, PollReport report) {
        polls(report.line().outcome()).increment();
        Counter.builder("bellwether.feed.bytes")
                .description("Bytes of feeds as transferred")
                .register(registry)
                .increment((double) report.line().bytes());
        for (Repair repair : report.repairs()) {
            Counter.builder("bellwether.feed.repairs")
                    .tag("code", repair.code())
                    .description("Documents that needed a repair of the kind")
                    .register(registry)
                    .increment();
        }
        if (report.lost()) {
            losses(feed.publisher().kind()).increment();
        }
    }

    private Counter articles(String outcome) {
        return Counter.builder("bellwether.articles")
                .tag("outcome", outcome)
                .description(
                        "Articles behind the items of feeds with full texts: extracted, or why the feed's text was kept")
                .register(registry);
    }

    void held() {
        polls("held").increment();
    }

    void deferred() {
        polls("deferred").increment();
    }

    /** Items of a poll or a push are with the broker, whether or not what else came of it can be written down. */
    void published(Feed feed, Brought brought, Duration took) {
        brought.articles()
                .outcomes()
                .forEach((outcome, count) -> articles(outcome).increment(count));
        if (brought.published() == 0) {
            return;
        }
        published.increment(brought.published());
        handover.record(took);
        Instant now = clock.instant();
        Timer lag = Timer.builder("bellwether.item.lag")
                .tag("kind", label(feed.publisher().kind()))
                .description("From the publication that an item states until it was with the broker")
                .register(registry);
        brought.stated().forEach(stated -> lag.record(Duration.between(stated, now)));
    }

    private Counter losses(SourceKind kind) {
        return Counter.builder("bellwether.feed.possible.losses")
                .tag("kind", label(kind))
                .description("Readings in which a feed had moved past the newest of what stood in it before")
                .register(registry);
    }

    private Counter polls(String outcome) {
        return Counter.builder("bellwether.feed.polls")
                .tag("outcome", outcome)
                .description("Polls by outcome: read, unchanged, failed, held, deferred")
                .register(registry);
    }

    static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
