package org.bellwether.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.publish.SourceStatusPublisher;
import org.bellwether.ingest.schedule.NextPoll;
import org.bellwether.ingest.state.FeedBoard;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.MongoFeedStates;
import org.jspecify.annotations.Nullable;

/**
 * Writes down how feeds do: on the board always, in the store and on the topic when there is something to tell, and
 * otherwise once a minute, or a feed polled each second would write more than it reads.
 */
public final class Bookkeeper {

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final FeedBoard board;
    private final MongoFeedStates saved;
    private final SourceStatusPublisher publisher;
    private final InstantSource clock;
    private final Map<String, Instant> lastWritten = new ConcurrentHashMap<>();

    public Bookkeeper(FeedBoard board, MongoFeedStates saved, SourceStatusPublisher publisher, InstantSource clock) {
        this.board = board;
        this.saved = saved;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Takes over the saved states. */
    public void resume() {
        board.resume(saved.all());
    }

    /**
     * Takes over the saved states of these feeds, which another instance polls or polled. What is learnt here meanwhile, by a
     * poll or push that is coming to its end, counts for more.
     */
    public void resume(Set<String> feeds) {
        if (!feeds.isEmpty()) {
            Map<String, FeedState> known = board.known(feeds);
            board.resume(saved.of(feeds), known);
        }
    }

    /** Tells how every feed does, the disabled too, and takes back what was told of feeds that have left the catalogue. */
    public void announceAll() {
        announce(board.catalogue().feeds());
        withdrawGone(Set.of());
    }

    /**
     * Tells how these feeds do. What is told is saved before, so that it can be taken back one day.
     *
     * @param feeds of the catalogue that are new or were changed
     */
    public void announce(List<Feed> feeds) {
        if (feeds.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Set<String> told = saved.ids();
        saved.save(feeds.stream()
                .filter(feed -> !told.contains(feed.id()))
                .map(board::of)
                .toList());
        publisher.publish(
                feeds.stream().map(feed -> board.of(feed).status(feed, now)).toList());
    }

    /**
     * Takes back what was told of feeds that are no longer in the catalogue: nobody polls them, and they would count as
     * failing for ever.
     *
     * @param unfinished ids to leave for later, as a poll that is under way would tell of them once more
     */
    public void withdrawGone(Set<String> unfinished) {
        Instant now = clock.instant();
        Catalogue catalogue = board.catalogue();
        List<String> gone = saved.ids().stream()
                .filter(id -> catalogue.byId(id).isEmpty())
                .filter(id -> !unfinished.contains(id))
                .toList();
        if (gone.isEmpty()) {
            return;
        }
        Set<String> refused = publisher.withdraw(gone, now);
        gone.stream().filter(id -> !refused.contains(id)).forEach(saved::withdraw);
    }

    public FeedState stateOf(Feed feed) {
        return board.of(feed);
    }

    /**
     * Writes down a feed's new state. The store comes before the board: what is not saved was not learnt. Of a feed that
     * left the catalogue while it was polled nothing is told.
     *
     * @throws org.bellwether.ingest.backend.BackendAwayException when it could not be written; the board shows the
     *     former state then
     */
    public void write(Feed feed, FeedState state) {
        if (board.catalogue().byId(feed.id()).isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        @Nullable Instant last = lastWritten.get(feed.id());
        if (last == null
                || state.differsFrom(board.of(feed))
                || last.plus(QUIET).isBefore(now)) {
            saved.save(state);
            publisher.publish(List.of(state.status(feed, now)));
            lastWritten.put(feed.id(), now);
        }
        board.put(state);
    }

    /**
     * Shows a decision about the next poll that changes nothing else of what is known, whoever writes meanwhile. What was decided of
     * another address than the catalogue has by now is not shown.
     *
     * @param decision by what is known; more than once where another writes meanwhile
     * @return the state with it
     */
    public FeedState decide(Feed feed, Function<FeedState, NextPoll> decision) {
        Feed now = board.catalogue().byId(feed.id()).orElse(feed);
        if (!now.url().equals(feed.url())) {
            FeedState elsewhere = FeedState.of(feed);
            return elsewhere.with(decision.apply(elsewhere));
        }
        return board.change(now, state -> state.with(decision.apply(state)));
    }
}
