package org.bellwether.alert.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts to show, latest detected first.
 *
 * @param indicator only of this indicator
 * @param issue only of indicators that watch this issue
 * @param from detected at or after (UTC)
 * @param to detected before (UTC)
 * @param limit at most so many, 1 to {@link #MOST}
 */
public record AlertQuery(
        @Nullable String indicator,
        @Nullable String issue,
        @Nullable Instant from,
        @Nullable Instant to,
        int limit) {

    public static final int MOST = 500;

    public AlertQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST + ", not " + limit);
        }
    }

    /** The latest of all. */
    public static AlertQuery latest(int limit) {
        return new AlertQuery(null, null, null, null, limit);
    }
}
