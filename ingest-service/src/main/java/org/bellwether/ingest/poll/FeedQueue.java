package org.bellwether.ingest.poll;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.DelayQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bellwether.ingest.catalogue.Feed;
import org.jspecify.annotations.Nullable;

/**
 * The feeds to poll, ordered by when they are due. Each waits or is in a worker's hands, never both, so no feed is polled
 * twice at once, however often the feeds change meanwhile.
 */
final class FeedQueue {

    /** Stale times that are not worth tidying. */
    private static final int SPARE = 1_000;

    private final InstantSource clock;
    /** Also holds times that are no longer a feed's; they are passed over when they come. */
    private final DelayQueue<DuePoll> times = new DelayQueue<>();

    private final Map<String, Feed> wanted = new HashMap<>();
    private final Map<String, DuePoll> waiting = new HashMap<>();
    /** As they were when they were taken. */
    private final Map<String, Feed> inHand = new HashMap<>();
    /** Which of them are not polled, but done something with. */
    private final Set<String> heldBack = new HashSet<>();
    /** When feeds in hand are due again because they were changed, or brought forward while they were held back. */
    private final Map<String, Instant> again = new HashMap<>();

    FeedQueue(InstantSource clock) {
        this.clock = clock;
    }

    /** Waits for the next feed that is due; it is in the caller's hands until it is {@link #done}. */
    Feed take() throws InterruptedException {
        while (true) {
            Optional<Feed> feed = begin(times.take());
            if (feed.isPresent()) {
                return feed.get();
            }
        }
    }

    /**
     * Lets a feed wait for its next poll, unless it is not wanted any more.
     *
     * @param next when it is due; sooner if it was changed or brought forward meanwhile
     */
    synchronized void done(String feedId, Instant next) {
        inHand.remove(feedId);
        heldBack.remove(feedId);
        @Nullable Instant changed = again.remove(feedId);
        if (wanted.containsKey(feedId)) {
            put(feedId, changed != null && changed.isBefore(next) ? changed : next);
        }
    }

    /** Has a waiting feed polled now, or as soon as nothing is done with it any more; false when it does not wait. */
    synchronized boolean bringForward(String feedId) {
        if (heldBack.contains(feedId) && wanted.containsKey(feedId)) {
            again.put(feedId, clock.instant());
            return true;
        }
        @Nullable DuePoll due = waiting.get(feedId);
        if (due == null) {
            return false;
        }
        times.remove(due);
        put(feedId, clock.instant());
        return true;
    }

    /**
     * Does something with a feed while it waits, so that nobody polls it meanwhile; empty, and not done, when it does not
     * wait.
     */
    <T> Optional<T> whileWaiting(String feedId, Supplier<T> work) {
        @Nullable DuePoll due = takeOut(feedId);
        if (due == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            done(feedId, due.at());
        }
    }

    private synchronized @Nullable DuePoll takeOut(String feedId) {
        @Nullable DuePoll due = waiting.remove(feedId);
        if (due != null) {
            times.remove(due);
            inHand.put(feedId, Objects.requireNonNull(wanted.get(feedId)));
            heldBack.add(feedId);
        }
        return due;
    }

    /**
     * Takes these feeds for those to poll, in place of those before. One that is in hand stays there.
     *
     * @param first when a feed is due that is new here or has another address or interval; all others keep their time
     * @return what is in hand and not wanted any more, by id
     */
    synchronized Set<String> follow(Collection<Feed> feeds, Function<Feed, Instant> first) {
        Map<String, Feed> now = new LinkedHashMap<>();
        feeds.forEach(feed -> now.put(feed.id(), feed));
        wanted.keySet().retainAll(now.keySet());
        waiting.keySet().retainAll(now.keySet());
        again.keySet().retainAll(now.keySet());
        now.values().forEach(feed -> {
            @Nullable Feed before = wanted.put(feed.id(), feed);
            if (before == null || isPolledOtherwise(before, feed)) {
                place(feed.id(), first.apply(feed));
            }
        });
        tidy();
        Set<String> unfinished = new HashSet<>(inHand.keySet());
        unfinished.removeAll(now.keySet());
        return unfinished;
    }

    /** How many times there are, those besides that are no longer a feed's. */
    int length() {
        return times.size();
    }

    /** What is in hand, by id, each as it was when it was taken. */
    synchronized Map<String, Feed> inHand() {
        return Map.copyOf(inHand);
    }

    private static boolean isPolledOtherwise(Feed before, Feed now) {
        return !before.url().equals(now.url()) || !Objects.equals(before.interval(), now.interval());
    }

    /** The next feed if one is due; it is in the caller's hands then. */
    Optional<Feed> poll() {
        @Nullable DuePoll due = times.poll();
        while (due != null) {
            Optional<Feed> feed = begin(due);
            if (feed.isPresent()) {
                return feed;
            }
            due = times.poll();
        }
        return Optional.empty();
    }

    private synchronized Optional<Feed> begin(DuePoll due) {
        if (!waiting.remove(due.feedId(), due)) {
            return Optional.empty();
        }
        Feed feed = Objects.requireNonNull(wanted.get(due.feedId()));
        inHand.put(feed.id(), feed);
        return Optional.of(feed);
    }

    /** Shares that come and go would leave times behind that come only in days. */
    private void tidy() {
        if (times.size() > 2 * waiting.size() + SPARE) {
            times.clear();
            times.addAll(waiting.values());
        }
    }

    private void place(String feedId, Instant at) {
        if (inHand.containsKey(feedId)) {
            again.put(feedId, at);
        } else {
            put(feedId, at);
        }
    }

    private void put(String feedId, Instant at) {
        DuePoll due = new DuePoll(feedId, at, clock);
        waiting.put(feedId, due);
        times.put(due);
    }
}
