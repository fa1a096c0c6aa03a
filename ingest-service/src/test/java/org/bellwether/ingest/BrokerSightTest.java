package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bellwether.ingest.lease.Sight;
import org.junit.jupiter.api.Test;

class BrokerSightTest {

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private boolean there = true;
    private final BrokerSight sight = new BrokerSight(
            () -> there ? Optional.empty() : Optional.of("no answer"), Duration.ofSeconds(30), () -> now);

    @Test
    void whatIsSeenForHalfAMinuteIsSteady() {
        assertThat(after(0)).isEqualTo(Sight.UNSURE);
        assertThat(after(29)).isEqualTo(Sight.UNSURE);
        assertThat(after(1)).isEqualTo(Sight.STEADY);
    }

    @Test
    void whatIsAwayForHalfAMinuteIsLostAndSeenAgainAtOnce() {
        after(0);
        after(30);
        there = false;
        assertThat(after(1)).isEqualTo(Sight.UNSURE);
        assertThat(sight.isAway()).isTrue();
        assertThat(after(29)).isEqualTo(Sight.UNSURE);
        assertThat(after(1)).isEqualTo(Sight.LOST);
        there = true;
        assertThat(after(1)).isEqualTo(Sight.UNSURE);
        assertThat(after(30)).isEqualTo(Sight.STEADY);
    }

    @Test
    void whatComesAndGoesIsNeither() {
        for (int times = 0; times < 20; times++) {
            there = !there;
            assertThat(after(10)).isEqualTo(Sight.UNSURE);
        }
    }

    private Sight after(int seconds) {
        now = now.plusSeconds(seconds);
        return sight.look();
    }
}
