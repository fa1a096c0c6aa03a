package org.bellwether.ingest.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SteadyTest {

    private long nanos = -5_000_000_000L;
    private Instant wall = Instant.parse("2026-11-22T12:00:00Z");
    private final Steady steady = new Steady(() -> nanos, () -> wall);
    private final Instant began = steady.instant();

    @Test
    void timePassesByTheMonotonicClock() {
        pass(Duration.ofSeconds(3), Duration.ofSeconds(3));

        assertThat(passed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whatTheMonotonicClockSleptThroughHasPassed() {
        pass(Duration.ofMillis(20), Duration.ofHours(2));
        pass(Duration.ofSeconds(1), Duration.ofSeconds(1));

        assertThat(passed()).isBetween(Duration.ofHours(2), Duration.ofHours(2).plusSeconds(2));
    }

    @Test
    void aWallClockThatIsPutBackTakesNothingBack() {
        pass(Duration.ofSeconds(1), Duration.ofHours(-2));
        assertThat(passed()).isEqualTo(Duration.ofSeconds(1));

        pass(Duration.ofSeconds(1), Duration.ofHours(2));
        assertThat(passed()).isGreaterThan(Duration.ofHours(2));
    }

    @Test
    void aWallClockThatIsTrimmedChangesNothing() {
        for (int i = 0; i < 10_000; i++) {
            pass(Duration.ofMillis(1), i % 2 == 0 ? Duration.ofMillis(2) : Duration.ZERO);
        }

        assertThat(passed()).isEqualTo(Duration.ofSeconds(10));
    }

    private void pass(Duration monotonic, Duration shown) {
        nanos += monotonic.toNanos();
        wall = wall.plus(shown);
        steady.instant();
    }

    private Duration passed() {
        return Duration.between(began, steady.instant());
    }
}
