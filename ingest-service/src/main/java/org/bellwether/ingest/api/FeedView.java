package org.bellwether.ingest.api;

import java.time.Duration;
import java.time.Instant;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.schedule.NextPoll;
import org.bellwether.ingest.state.FeedState;
import org.jspecify.annotations.Nullable;

/**
 * A feed of the catalogue and how it does.
 *
 * @param interval from one poll to the next while it answers
 * @param state how the last poll went
 * @param diagnosis what is wrong and the way out
 * @param nextPollReason why it is polled then
 * @param polls how often it was asked
 * @param failures how often that brought nothing readable
 */
public record FeedView(
        String id,
        String name,
        String url,
        String language,
        Publisher publisher,
        String zone,
        @Nullable String group,
        boolean enabled,
        Duration interval,
        State state,
        @Nullable String diagnosis,
        @Nullable Instant lastPoll,
        @Nullable Instant lastSuccess,
        @Nullable Instant newestItem,
        @Nullable Instant nextPoll,
        @Nullable String nextPollReason,
        long polls,
        long failures,
        int consecutiveFailures,
        long itemsPublished) {

    static FeedView of(Feed feed, FeedState state, Duration interval) {
        @Nullable NextPoll next = state.next();
        return new FeedView(
                feed.id(),
                feed.name(),
                feed.url().toString(),
                feed.language(),
                feed.publisher(),
                feed.zone().getId(),
                feed.group(),
                feed.enabled(),
                interval,
                state.state(),
                state.diagnosis(),
                state.lastPoll(),
                state.lastSuccess(),
                state.newestItem(),
                next == null ? null : next.at(),
                next == null ? null : next.reason(),
                state.counts().polls(),
                state.counts().failures(),
                state.counts().consecutiveFailures(),
                state.counts().published());
    }
}
