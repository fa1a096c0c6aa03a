package org.bellwether.alert.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which items to show, newest first.
 *
 * @param issue only those with a certain tag of this issue
 * @param from event time, inclusive (UTC)
 * @param to event time, exclusive (UTC)
 * @param text only those whose title or text contains this, whatever the case
 * @param limit at most so many, 1 to {@link #MOST}
 * @param after go on behind this one
 */
public record ItemQuery(
        @Nullable String issue,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text,
        int limit,
        @Nullable ItemPosition after) {

    public static final int MOST = 500;

    public ItemQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST + ", not " + limit);
        }
    }

    /** The newest of all. */
    public static ItemQuery newest(int limit) {
        return new ItemQuery(null, null, null, null, limit, null);
    }

    /** The newest of one issue. */
    public static ItemQuery ofIssue(String issue, int limit) {
        return new ItemQuery(issue, null, null, null, limit, null);
    }
}
