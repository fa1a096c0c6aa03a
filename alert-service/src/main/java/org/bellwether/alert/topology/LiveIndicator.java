package org.bellwether.alert.topology;

import java.time.Duration;
import java.time.Instant;
import org.bellwether.alert.indicator.Indicator;
import org.bellwether.alert.indicator.IndicatorDefinition;
import org.bellwether.alert.indicator.Observations;
import org.bellwether.alert.indicator.Standing;

/** An indicator of this task with what it remembers, and whether the world has been told. */
final class LiveIndicator {

    /** How often an indicator is told anew although nothing came in: what it counts drops out of its window. */
    private static final Duration REFRESH = Duration.ofMinutes(1);

    final IndicatorDefinition definition;
    final Observations observations;
    final Indicator indicator;
    private Standing standing;
    private Instant tellAt = Instant.EPOCH;

    LiveIndicator(IndicatorDefinition definition, Observations observations, Standing standing) {
        this.definition = definition;
        this.observations = observations;
        this.indicator = new Indicator(definition, observations);
        this.standing = standing;
    }

    Standing standing() {
        return standing;
    }

    void standing(Standing next) {
        standing = next;
    }

    boolean mustTell(Instant now) {
        return !now.isBefore(tellAt);
    }

    void told(Instant now) {
        tellAt = now.plus(REFRESH);
    }

    void changed() {
        tellAt = Instant.EPOCH;
    }
}
