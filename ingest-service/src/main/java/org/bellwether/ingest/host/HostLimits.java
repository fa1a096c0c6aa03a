package org.bellwether.ingest.host;

import java.time.Duration;

/**
 * How much is asked of one host.
 *
 * @param concurrency requests under way at once, but for those that hang
 * @param burst requests that a host left alone for a while takes without a pause
 * @param pause between two requests after that
 */
public record HostLimits(int concurrency, int burst, Duration pause) {

    /** Two at once, twenty in a row, then one each 200 ms. */
    public static final HostLimits DEFAULT = new HostLimits(2, 20, Duration.ofMillis(200));

    /** Requests that have hung for some seconds and do not count any more. */
    static final int MOST_HANGING = 16;

    public HostLimits {
        if (concurrency <= 0 || burst <= 0) {
            throw new IllegalArgumentException(
                    "concurrency and burst must be positive: " + concurrency + " and " + burst);
        }
        if (pause.isNegative()) {
            throw new IllegalArgumentException("pause must not be negative: " + pause);
        }
    }

    /** Requests under way at once at most, those that hang included. */
    public int mostUnderWay() {
        return concurrency + MOST_HANGING;
    }
}
