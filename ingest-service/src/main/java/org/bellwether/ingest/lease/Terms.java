package org.bellwether.ingest.lease;

import java.time.Duration;

/**
 * How long what counts.
 *
 * @param round from one beat to the next
 * @param counts how long a beat counts for the one who made it
 * @param patience how long the others wait for the next; longer by what it may take them to see one
 */
public record Terms(Duration round, Duration counts, Duration patience) {

    /** A beat may be late by six seconds; after a death its feeds wait for at most 16. */
    public static final Terms USUAL = new Terms(Duration.ofSeconds(2), Duration.ofSeconds(8), Duration.ofSeconds(14));

    public Terms {
        if (counts.compareTo(round) <= 0 || patience.compareTo(counts.plus(round)) <= 0) {
            throw new IllegalArgumentException("must be round < counts and counts + round < patience");
        }
    }
}
