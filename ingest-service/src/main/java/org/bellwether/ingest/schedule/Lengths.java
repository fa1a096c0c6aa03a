package org.bellwether.ingest.schedule;

import java.time.Duration;

/** Lengths of time as people are told them. */
final class Lengths {

    private static final Duration LONG = Duration.ofHours(2);

    private Lengths() {}

    /** To the second; from two hours on to the minute; what is less than a second is left as it is. */
    static Duration rounded(Duration exact) {
        if (exact.compareTo(Duration.ofSeconds(1)) < 0) {
            return exact;
        }
        return exact.compareTo(LONG) < 0
                ? Duration.ofSeconds(exact.toSeconds())
                : Duration.ofMinutes(exact.toMinutes());
    }
}
