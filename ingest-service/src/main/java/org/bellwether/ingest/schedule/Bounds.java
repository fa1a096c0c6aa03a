package org.bellwether.ingest.schedule;

import java.time.Duration;

/**
 * Within what the rhythm of a feed is chosen.
 *
 * @param usual of a feed of which nothing is known
 * @param fastest shortest interval
 * @param slowest longest interval of a feed that answers, unless its publisher asks for a longer one
 * @param ceiling longest wait after failures that may mend by themselves, and the most that is done for a publisher's word
 */
public record Bounds(Duration usual, Duration fastest, Duration slowest, Duration ceiling) {

    public Bounds {
        if (fastest.compareTo(usual) > 0 || usual.compareTo(slowest) > 0) {
            throw new IllegalArgumentException(
                    "must be fastest ≤ usual ≤ slowest, not " + fastest + ", " + usual + ", " + slowest);
        }
    }

    Duration within(Duration interval) {
        if (interval.compareTo(fastest) < 0) {
            return fastest;
        }
        return interval.compareTo(slowest) > 0 ? slowest : interval;
    }
}
