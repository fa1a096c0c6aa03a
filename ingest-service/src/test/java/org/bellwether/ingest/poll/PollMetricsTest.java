package org.bellwether.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.state.FeedBoard;
import org.junit.jupiter.api.Test;

class PollMetricsTest {

    @Test
    void whatAnAlertMayWatchIsCountedFromNought() {
        MeterRegistry registry = new SimpleMeterRegistry();

        new PollMetrics(registry, new FeedBoard(new Catalogue(List.of())), InstantSource.fixed(Instant.EPOCH));

        assertThat(registry.find("bellwether.feed.possible.losses").counters())
                .extracting(counter -> counter.getId().getTag("kind"))
                .containsExactlyInAnyOrder("news", "government", "think-tank");
        assertThat(registry.find("bellwether.articles").counters())
                .extracting(counter -> counter.getId().getTag("outcome"))
                .contains("extracted", "shorter", "robots", "budget", "bad-url", "server-error")
                .hasSizeGreaterThan(20);
        assertThat(registry.find("bellwether.feed.polls").counters())
                .extracting(counter -> counter.getId().getTag("outcome"))
                .containsExactlyInAnyOrder("read", "unchanged", "failed", "held", "deferred");
    }
}
