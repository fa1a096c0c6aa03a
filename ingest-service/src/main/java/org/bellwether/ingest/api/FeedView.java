package org.bellwether.ingest.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.api.ChangesResource.PauseView;
import org.bellwether.ingest.catalogue.CatalogueEntry;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.catalogue.FeedChange;
import org.bellwether.ingest.catalogue.Listing;
import org.bellwether.ingest.catalogue.Origin;
import org.bellwether.ingest.schedule.NextPoll;
import org.bellwether.ingest.state.FeedState;
import org.jspecify.annotations.Nullable;

/**
 * A feed of the catalogue and how it does.
 *
 * @param enabled whether it is polled; not while it is paused
 * @param reason why it is not
 * @param paused since when, by whom and why, while it is
 * @param origin {@code catalogue} for the file, {@code api} for a feed added since
 * @param changed members that people wrote other than the file has them
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
        @Nullable String reason,
        @Nullable PauseView paused,
        String origin,
        @Nullable Set<String> changed,
        boolean fullText,
        @Nullable Listing listing,
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

    /** The state as the API names it. */
    public String stateName() {
        return FeedQuery.name(state);
    }

    static FeedView of(CatalogueEntry entry, FeedState state, Duration interval) {
        Feed feed = entry.feed();
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
                feed.reason(),
                PauseView.of(entry.pause().orElse(null)),
                entry.origin().name().toLowerCase(Locale.ROOT),
                changed(entry),
                feed.fullText(),
                feed.listing(),
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

    private static @Nullable Set<String> changed(CatalogueEntry entry) {
        @Nullable FeedChange change = entry.change();
        if (change == null || change.members().isEmpty() || entry.origin() == Origin.API) {
            return null;
        }
        return change.members().values().keySet();
    }
}
