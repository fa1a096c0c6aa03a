package org.bellwether.ingest.poll;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.state.FeedBoard;

/** What metrics make of a poll. */
public final class PolledMetrics {

    private PolledMetrics() {}

    /** Counts it. */
    public static void count(MeterRegistry registry, Feed feed, PollReport report) {
        FeedBoard board = new FeedBoard(new Catalogue(List.of(feed)));
        PollMetrics metrics = new PollMetrics(registry, board, InstantSource.fixed(Instant.EPOCH));
        metrics.published(feed, report.brought(), report.handover());
        metrics.polled(feed, report);
    }
}
