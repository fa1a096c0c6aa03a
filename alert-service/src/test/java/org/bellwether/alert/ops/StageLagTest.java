package org.bellwether.alert.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StageLagTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final StageLag lag = new StageLag(meters);

    @Test
    void measuresFromTheReadingToNow() {
        lag.record(StageLag.Stage.ARCHIVE, NOON.minusSeconds(3), NOON);

        assertThat(seconds()).isEqualTo(3);
    }

    @Test
    void aClockThatIsAheadCountsAsAtOnce() {
        lag.record(StageLag.Stage.ARCHIVE, NOON.plusSeconds(3), NOON);

        assertThat(seconds()).isZero();
    }

    @Test
    void aReadingDatedToAntiquityStopsNothing() {
        lag.record(StageLag.Stage.ARCHIVE, Instant.parse("0001-01-01T00:00:00Z"), NOON);

        assertThat(seconds()).isEqualTo(31_536_000);
    }

    private double seconds() {
        return meters.get("bellwether.lag").tag("stage", "archive").timer().totalTime(TimeUnit.SECONDS);
    }
}
