package org.bellwether.alert.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.testkit.Fixtures.NOON;
import static org.bellwether.testkit.Fixtures.taggedItem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bellwether.events.Act;
import org.junit.jupiter.api.Test;

class LastHeldTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant OPENED = NOON.minus(HOUR);

    private final IndicatorDefinition definition =
            ShippedIndicators.read().byId("sma-demand").orElseThrow();
    private final Observations observations = new Observations(List.of());
    private final List<Instant> searches = new ArrayList<>();
    private final LastHeld lastHeld = new LastHeld(observations, (after, now) -> {
        searches.add(now);
        List<Instant> times = observations.times(after, now);
        return times.isEmpty() ? Optional.empty() : Optional.of(times.get(times.size() - 1));
    });

    @Test
    void looksOnceAsLongAsNothingChanges() {
        take("a", NOON);
        for (int second = 1; second <= 60; second++) {
            assertThat(lastHeld.end(OPENED, NOON.plusSeconds(second))).contains(NOON);
        }

        assertThat(searches).hasSize(1);
    }

    @Test
    void looksAgainWhenAnItemCameIn() {
        take("a", NOON);
        lastHeld.end(OPENED, NOON.plus(HOUR));
        take("b", NOON.plusSeconds(1));

        assertThat(lastHeld.end(OPENED, NOON.plus(HOUR))).contains(NOON.plusSeconds(1));
    }

    @Test
    void looksAgainWhenAnItemWasForgotten() {
        take("a", NOON);
        lastHeld.end(OPENED, NOON.plus(HOUR));
        observations.forgetBefore(NOON.plusSeconds(1));

        assertThat(lastHeld.end(OPENED, NOON.plus(HOUR))).isEmpty();
    }

    @Test
    void looksAgainWhenTheClockReachesAnItemFromAheadOfIt() {
        take("a", NOON);
        take("ahead", NOON.plusSeconds(30));

        assertThat(lastHeld.end(OPENED, NOON.plusSeconds(29))).contains(NOON);
        assertThat(lastHeld.end(OPENED, NOON.plusSeconds(30))).contains(NOON.plusSeconds(30));
    }

    @Test
    void anotherEpisodeIsAnotherQuestion() {
        take("a", NOON);
        lastHeld.end(OPENED, NOON.plus(HOUR));

        assertThat(lastHeld.end(NOON, NOON.plus(HOUR))).isEmpty();
    }

    private void take(String id, Instant published) {
        observations.take(Reading.of(
                        taggedItem()
                                .id(id)
                                .publisher(id, id)
                                .published(published)
                                .tag("sma-renegotiation", Act.DEMAND)
                                .build(),
                        definition)
                .orElseThrow());
    }
}
