package org.bellwether.alert.ops;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How far behind the news each stage is: {@code bellwether_lag_seconds}, there from the start. */
@Singleton
public final class StageLag {

    /** Beyond this a stage is simply late, and finer buckets would only cost memory. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** A timer counts nanoseconds and overflows at 292 years; one odd date must not stop a stage. */
    private static final Duration MOST = Duration.ofDays(365);

    /** Where in this service. */
    public enum Stage {
        ARCHIVE,
        ALERT,
        DELIVER
    }

    private final Map<Stage, Timer> timers = new EnumMap<>(Stage.class);

    public StageLag(MeterRegistry meters) {
        for (Stage stage : Stage.values()) {
            timers.put(
                    stage,
                    Timer.builder("bellwether.lag")
                            .tag("stage", stage.name().toLowerCase(Locale.ROOT))
                            .description(
                                    "from reading an item (deliver: from detecting an alert) to the end of the stage")
                            .publishPercentileHistogram()
                            .maximumExpectedValue(LONGEST)
                            .register(meters));
        }
    }

    /** The clocks of two machines may differ by more than a stage takes: what seems to come early counts as at once. */
    public void record(Stage stage, Instant since, Instant now) {
        Duration lag = Duration.between(since, now);
        Objects.requireNonNull(timers.get(stage)).record(within(lag));
    }

    private static Duration within(Duration lag) {
        if (lag.isNegative()) {
            return Duration.ZERO;
        }
        return lag.compareTo(MOST) > 0 ? MOST : lag;
    }
}
