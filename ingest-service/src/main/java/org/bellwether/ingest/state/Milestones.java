package org.bellwether.ingest.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Points in time (UTC).
 *
 * @param lastPoll when it was last asked
 * @param lastSuccess when it last answered readably
 * @param newestItem publication time of the newest item read
 */
public record Milestones(
        @Nullable Instant lastPoll,
        @Nullable Instant lastSuccess,
        @Nullable Instant newestItem) {

    static final Milestones NONE = new Milestones(null, null, null);
}
