package org.bellwether.ingest;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides when a trouble that lasts is told: at once when it is new or another one, then once in a while. For one thread. */
final class Reminder {

    private final Duration pause;
    private @Nullable String told;
    private Instant toldAt = Instant.MIN;

    /**
     * @param pause shortest time between two tellings of the same trouble
     */
    Reminder(Duration pause) {
        this.pause = pause;
    }

    /** Whether to tell now; taken as told then. */
    boolean isDue(String trouble, Instant now) {
        boolean same = trouble.equals(told);
        if (same && now.isBefore(toldAt.plus(pause))) {
            return false;
        }
        told = trouble;
        toldAt = now;
        return true;
    }
}
