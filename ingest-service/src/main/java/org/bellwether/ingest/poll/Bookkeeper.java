package org.bellwether.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.publish.SourceStatusPublisher;
import org.bellwether.ingest.schedule.NextPoll;
import org.bellwether.ingest.state.FeedBoard;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.Mark;
import org.bellwether.ingest.state.MongoFeedStates;
import org.jspecify.annotations.Nullable;

/**
 * Writes down how feeds do: on the board always, in the store and on the topic when there is something to tell, and
 * otherwise once a minute, or a feed polled each second would write more than it reads.
 */
public final class Bookkeeper {

    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final Duration REVIEWED_EVERY = Duration.ofMinutes(1);
    /** To save the first states of that many takes half a second. */
    private static final int TOLD_AT_ONCE = 500;

    private final FeedBoard board;
    private final MongoFeedStates saved;
    private final SourceStatusPublisher publisher;
    private final Part part;
    private final InstantSource clock;
    private final ToldHere toldHere = new ToldHere();
    private final Map<String, Instant> lastWritten = new ConcurrentHashMap<>();
    private Instant reviewed = Instant.MIN;

    /**
     * @param part of the feeds that this instance tells of
     */
    public Bookkeeper(
            FeedBoard board, MongoFeedStates saved, SourceStatusPublisher publisher, Part part, InstantSource clock) {
        this.board = board;
        this.saved = saved;
        this.publisher = publisher;
        this.part = part;
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

    /** Takes over the saved states of those of these feeds of which another instance has saved something that is not known here. */
    public void catchUp(Set<String> feeds) {
        Map<String, FeedState> known = board.known(feeds);
        Map<String, Mark> marks = saved.marks(feeds);
        resume(marks.keySet().stream()
                .filter(id -> {
                    @Nullable FeedState state = known.get(id);
                    return state == null || !Mark.of(state).equals(marks.get(id));
                })
                .collect(Collectors.toSet()));
    }

    /**
     * Tells how feeds of this instance's part do, the disabled too, as far as it has not told that since they are in its
     * part, or they were changed; so many at once as take no more than a moment. What is told is saved before, so that it can
     * be taken back one day. Where a poll has told something else meanwhile, that is told again, as it may have been told before this.
     *
     * @return whether there are more to tell of
     */
    public boolean announce() {
        List<Feed> all = toldHere.news(board.catalogue().feeds(), part);
        if (all.isEmpty()) {
            return false;
        }
        List<Feed> news = all.subList(0, Math.min(TOLD_AT_ONCE, all.size()));
        Instant now = clock.instant();
        List<FeedState> states = news.stream().map(board::of).toList();
        saved.begin(states);
        publisher.publish(IntStream.range(0, news.size())
                .mapToObj(i -> states.get(i).status(news.get(i), now))
                .toList());
        List<Feed> told = IntStream.range(0, news.size())
                .filter(i -> states.get(i).equals(board.of(news.get(i))))
                .mapToObj(news::get)
                .toList();
        toldHere.told(told);
        return told.size() < all.size();
    }

    /**
     * Takes back what was told of feeds of this instance's part that are no longer in the catalogue: nobody polls them, and
     * they would count as failing for ever. Where another instance has one of them, it stays.
     *
     * @param unfinished ids to leave for later, as a poll that is under way would tell of them once more
     */
    public void withdrawGone(Set<String> unfinished) {
        Instant now = clock.instant();
        Leavers leavers = Leavers.among(saved.told(), board.catalogue(), part, toldHere::wasHere);
        saved.claim(leavers.stay());
        saved.miss(leavers.missed(), now);
        List<String> gone = leavers.gone(now).stream()
                .filter(id -> !unfinished.contains(id))
                .toList();
        if (!gone.isEmpty()) {
            Set<String> refused = publisher.withdraw(gone, now);
            saved.withdraw(gone.stream().filter(id -> !refused.contains(id)).toList(), now);
        }
        reviewed = now;
    }

    /**
     * Looks once a minute whether feeds are missed that this instance has, or that no other instance claims.
     *
     * @param unfinished as of {@link #withdrawGone}
     */
    public void review(Set<String> unfinished) {
        if (!part.isWhole() && !reviewed.plus(REVIEWED_EVERY).isAfter(clock.instant())) {
            withdrawGone(unfinished);
        }
    }

    /** Forgets when feeds were written down that are not polled here any more; of one that comes back, the next poll is. */
    void keepOnly(Set<String> feeds) {
        lastWritten.keySet().retainAll(feeds);
    }

    public FeedState stateOf(Feed feed) {
        return board.of(feed);
    }

    /**
     * Writes down a feed's new state. The store comes before the board: what is not saved was not learnt. The board comes before the topic,
     * so that who tells of the feed at the same moment sees that there is something newer. Told is how the feed does as the catalogue has
     * it by now, which may have paused it; of one that left the catalogue while it was polled nothing is.
     *
     * @throws org.bellwether.ingest.backend.BackendAwayException when it could not be saved, and the board shows the former state; or
     *     not be told, and the next that is written is told
     */
    public void write(Feed feed, FeedState state) {
        Optional<Feed> current = board.catalogue().byId(feed.id());
        if (current.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        @Nullable Instant last = lastWritten.get(feed.id());
        if (last != null
                && !state.differsFrom(board.of(feed))
                && !last.plus(QUIET).isBefore(now)) {
            board.put(state);
            return;
        }
        saved.save(state);
        board.put(state);
        lastWritten.remove(feed.id());
        Feed told = current.get();
        publisher.publish(List.of(board.of(told).status(told, now)));
        lastWritten.put(feed.id(), now);
    }

    /** Shows a state that could not be saved. */
    public void show(FeedState state) {
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
