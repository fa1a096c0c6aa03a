package org.bellwether.ingest.state;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bellwether.events.SourceStatus;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.fetch.Validators;
import org.bellwether.ingest.schedule.NextPoll;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a feed; each poll makes a new one.
 *
 * @param feedId catalogue id
 * @param url that the validators belong to
 * @param state how the last poll went
 * @param diagnosis what was wrong and the way out; absent when all is well
 * @param validators of the version already read
 * @param lastPoll when it was last asked (UTC)
 * @param lastSuccess when it last answered readably (UTC)
 * @param newestItem publication time of the newest item read (UTC)
 * @param next when it is asked next and why then
 * @param counts since the feed is known
 */
public record FeedState(
        String feedId,
        String url,
        State state,
        @Nullable String diagnosis,
        Validators validators,
        @Nullable Instant lastPoll,
        @Nullable Instant lastSuccess,
        @Nullable Instant newestItem,
        @Nullable NextPoll next,
        Counts counts) {

    /**
     * How often what happened.
     *
     * @param polls asked, whatever came of it
     * @param failures polls that brought nothing readable
     * @param consecutiveFailures since the last success
     * @param published items published
     */
    public record Counts(long polls, long failures, int consecutiveFailures, long published) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts success(int items) {
            return new Counts(polls + 1, failures, 0, published + items);
        }

        Counts failure() {
            return new Counts(polls + 1, failures + 1, consecutiveFailures + 1, published);
        }
    }

    /** A feed that was never polled. */
    public static FeedState of(Feed feed) {
        State state = feed.enabled() ? State.NEW : State.DISABLED;
        @Nullable
        String why = feed.enabled() ? null : Objects.requireNonNullElse(feed.reason(), "disabled in the catalogue");
        return new FeedState(
                feed.id(), feed.url().toString(), state, why, Validators.NONE, null, null, null, null, Counts.NONE);
    }

    /** The state as the catalogue of today sees it: switched on or off, or moved to an address not read before. */
    public FeedState under(Feed feed) {
        boolean moved = !url.equals(feed.url().toString());
        FeedState fresh = of(feed);
        boolean switched = state == State.DISABLED || !feed.enabled();
        return new FeedState(
                feedId,
                fresh.url,
                switched ? fresh.state : state,
                switched ? fresh.diagnosis : diagnosis,
                moved ? Validators.NONE : validators,
                lastPoll,
                moved ? null : lastSuccess,
                newestItem,
                null,
                counts);
    }

    /**
     * After a reading.
     *
     * @param remarks what had to be mended or is doubtful, none when all is well
     * @param newest publication time of the newest entry in the document
     */
    public FeedState read(Instant at, Validators read, int published, @Nullable Instant newest, List<String> remarks) {
        return new FeedState(
                feedId,
                url,
                remarks.isEmpty() ? State.OK : State.DEGRADED,
                remarks.isEmpty() ? null : String.join("; ", remarks),
                read,
                at,
                at,
                later(newest, newestItem),
                next,
                counts.success(published));
    }

    /** After the server said that nothing changed: what was doubtful still is. */
    public FeedState unchanged(Instant at, Validators current) {
        boolean degraded = state == State.DEGRADED;
        return new FeedState(
                feedId,
                url,
                degraded ? State.DEGRADED : State.OK,
                degraded ? diagnosis : null,
                current,
                at,
                at,
                newestItem,
                next,
                counts.success(0));
    }

    /** After a poll that brought nothing readable. */
    public FeedState failed(Instant at, String why) {
        return new FeedState(
                feedId, url, State.FAILING, why, validators, at, lastSuccess, newestItem, next, counts.failure());
    }

    /** The same with the next poll decided. */
    public FeedState with(NextPoll decided) {
        return new FeedState(
                feedId, url, state, diagnosis, validators, lastPoll, lastSuccess, newestItem, decided, counts);
    }

    /** Whether there is more to tell than another uneventful poll. */
    public boolean differsFrom(FeedState earlier) {
        return state != earlier.state
                || counts.published() != earlier.counts.published()
                || !Objects.equals(diagnosis, earlier.diagnosis)
                || !Objects.equals(newestItem, earlier.newestItem)
                || !validators.equals(earlier.validators);
    }

    /** As other services see it. */
    public SourceStatus status(Feed feed, Instant now) {
        return new SourceStatus(
                feedId,
                feed.name(),
                url,
                feed.publisher(),
                feed.language(),
                state,
                diagnosis,
                lastPoll,
                lastSuccess,
                newestItem,
                next == null ? null : next.at(),
                next == null ? null : next.reason(),
                counts.consecutiveFailures(),
                counts.published(),
                now);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
