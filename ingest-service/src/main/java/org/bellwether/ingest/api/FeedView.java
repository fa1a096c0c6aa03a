package org.bellwether.ingest.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.api.ChangesResource.PauseView;
import org.bellwether.ingest.catalogue.CatalogueEntry;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.catalogue.FeedChange;
import org.bellwether.ingest.catalogue.Listing;
import org.bellwether.ingest.catalogue.Origin;
import org.bellwether.ingest.schedule.NextPoll;
import org.bellwether.ingest.schedule.Tempo;
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
 * @param conditions what the diagnosis is made of, each with a code
 * @param nextPollReason why it is polled then
 * @param nextPollCause the same as a program reads it
 * @param nextPollLength the interval, or the wait, that this speaks of, if it does
 * @param polls how often it was asked
 * @param failures how often that brought nothing readable
 * @param statedPace how long its publisher says that an answer stays as it is, if at all
 * @param push its subscription at its hub; only where one feed is asked for, and it has one
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
        List<Condition> conditions,
        @Nullable Instant lastPoll,
        @Nullable Instant lastSuccess,
        @Nullable Instant newestItem,
        @Nullable Instant nextPoll,
        @Nullable String nextPollReason,
        @Nullable String nextPollCause,
        @Nullable Duration nextPollLength,
        long polls,
        long failures,
        int consecutiveFailures,
        long itemsPublished,
        WindowView window,
        @Nullable PaceView statedPace,
        LossesView possibleLosses,
        @Nullable PushView push) {

    /**
     * What the feed shows at once.
     *
     * @param entries that stood in it when it was last read
     * @param covers how long an entry stays in it when the feed is at its fastest; absent when that is not known
     */
    public record WindowView(int entries, @Nullable Duration covers) {}

    /**
     * What a publisher says of its own pace.
     *
     * @param by where it says so: {@code ttl}, {@code sy:updatePeriod}, {@code Cache-Control, Expires}
     */
    public record PaceView(Duration period, String by) {}

    /**
     * How often entries may have been lost.
     *
     * @param last when that last showed (UTC)
     */
    public record LossesView(long count, @Nullable Instant last) {}

    /** The state as the API names it. */
    public String stateName() {
        return FeedQuery.name(state);
    }

    static FeedView of(CatalogueEntry entry, FeedState state, Duration usual, @Nullable PushView push) {
        Feed feed = entry.feed();
        @Nullable NextPoll next = state.next();
        Duration interval =
                next == null || next.interval() == null || state.counts().consecutiveFailures() > 0
                        ? feed.intervalOr(usual)
                        : next.interval();
        Tempo tempo = state.learnt().tempo();
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
                state.conditions(),
                state.lastPoll(),
                state.lastSuccess(),
                state.newestItem(),
                next == null ? null : next.at(),
                next == null ? null : next.reason(),
                next == null ? null : next.cause().label(),
                next == null ? null : next.interval(),
                state.counts().polls(),
                state.counts().failures(),
                state.counts().consecutiveFailures(),
                state.counts().published(),
                new WindowView(tempo.window(), cover(tempo, state.lastPoll())),
                tempo.stated() == null
                        ? null
                        : new PaceView(tempo.stated().period(), tempo.stated().by()),
                new LossesView(
                        state.learnt().losses().count(), state.learnt().losses().at()),
                push);
    }

    /** As of the last poll, which decided by it. */
    private static @Nullable Duration cover(Tempo tempo, @Nullable Instant lastPoll) {
        return lastPoll == null ? null : tempo.cover(lastPoll).orElse(null);
    }

    private static @Nullable Set<String> changed(CatalogueEntry entry) {
        @Nullable FeedChange change = entry.change();
        if (change == null || change.members().isEmpty() || entry.origin() == Origin.API) {
            return null;
        }
        return change.members().values().keySet();
    }
}
