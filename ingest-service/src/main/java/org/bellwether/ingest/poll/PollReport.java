package org.bellwether.ingest.poll;

import java.time.Duration;
import org.bellwether.ingest.schedule.PollOutcome;
import org.bellwether.ingest.state.FeedState;
import org.jspecify.annotations.Nullable;

/**
 * What came of a poll.
 *
 * @param state of the feed after it, the next poll not decided yet
 * @param label {@code read | unchanged | failed}, as in metrics
 * @param published how many items
 * @param outcome as far as the next poll depends on it
 */
public record PollReport(FeedState state, String label, int published, PollOutcome outcome) {

    static PollReport read(FeedState state, int published) {
        return new PollReport(state, "read", published, new PollOutcome.Answered());
    }

    static PollReport unchanged(FeedState state) {
        return new PollReport(state, "unchanged", 0, new PollOutcome.Answered());
    }

    static PollReport failed(FeedState state, @Nullable Duration retryAfter) {
        int inARow = state.counts().consecutiveFailures();
        return new PollReport(state, "failed", 0, new PollOutcome.Failed(inARow, retryAfter));
    }
}
