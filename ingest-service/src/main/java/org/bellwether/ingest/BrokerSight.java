package org.bellwether.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.bellwether.ingest.lease.Sight;
import org.jspecify.annotations.Nullable;

/** How the broker looks from here, now and over time. For one thread. */
final class BrokerSight {

    /** A broker that was restarted is back by then. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<Optional<String>> trouble;
    private final Duration patience;
    private final InstantSource clock;
    private boolean seen;
    private @Nullable Instant since;

    /**
     * @param trouble why it cannot be used now; empty when it can
     * @param patience how long it is there or away before that is taken for lasting
     */
    BrokerSight(Supplier<Optional<String>> trouble, Duration patience, InstantSource clock) {
        this.trouble = trouble;
        this.patience = patience;
        this.clock = clock;
    }

    /** Whether it cannot be used now. */
    boolean isAway() {
        return trouble.get().isPresent();
    }

    /** How it looks by now; to be asked often. */
    Sight look() {
        Instant now = clock.instant();
        boolean there = !isAway();
        if (since == null || there != seen) {
            seen = there;
            since = now;
        }
        if (since.plus(patience).isAfter(now)) {
            return Sight.UNSURE;
        }
        return there ? Sight.STEADY : Sight.LOST;
    }
}
