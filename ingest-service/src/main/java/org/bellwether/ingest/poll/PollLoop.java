package org.bellwether.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bellwether.egress.WebAddress;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostPenalty;
import org.bellwether.ingest.schedule.Cadence;
import org.bellwether.ingest.schedule.NextPoll;
import org.bellwether.ingest.state.FeedState;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Polls every feed when it is due. Workers are there as many as are needed, up to a bound far above what is needed when all is
 * well: a feed that is slow or broken holds up nothing but one of them, and that no longer than the fetch's total timeout.
 */
public final class PollLoop implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PollLoop.class);
    /** For polls that are past fetching to mark what they published, and again for the rest to notice the end. */
    private static final long GOODBYE_MILLIS = 750;

    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

    /** By then all has come here that instances polled which had died before this one began: their leases outlive them by some 16 s. */
    private static final Duration BEGINNING = Duration.ofMinutes(1);

    private final SinglePoll single;
    private final HostBudgets hosts;
    private final Bookkeeper books;
    private final Rhythm rhythm;
    private final InstantSource clock;
    private final FeedQueue queue;
    private final Workers<Feed> workers;
    /** When the beginning is over. */
    private volatile Instant settled = Instant.MAX;

    /**
     * @param hosts what each host can be asked for
     * @param away what polling a feed has to wait for, {@code the broker} for one; empty when nothing
     * @param rhythm how often, and how many at once
     */
    public PollLoop(
            FeedPoll feedPoll,
            HostBudgets hosts,
            Bookkeeper books,
            PollMetrics metrics,
            Function<Feed, Optional<String>> away,
            Rhythm rhythm) {
        this.single = new SinglePoll(feedPoll, hosts, books, metrics, away, rhythm);
        this.hosts = hosts;
        this.books = books;
        this.rhythm = rhythm;
        this.clock = rhythm.clock();
        this.queue = new FeedQueue(clock);
        this.workers = new Workers<>(rhythm.workers(), queue::take, this::pollAndReturn);
    }

    /** Queues the enabled feeds and lets the workers go. */
    public void start(List<Feed> feeds) {
        follow(feeds);
        settled = clock.instant().plus(BEGINNING);
        workers.start();
    }

    /**
     * Polls these feeds from now on, as far as they are enabled, and no others. One that is new, or has another address or
     * interval, is queued anew; the others keep their time. A feed that is being polled is finished, and not polled again
     * if it is not among these.
     *
     * @return which of the others are still being polled, by id
     */
    public Set<String> follow(List<Feed> feeds) {
        Set<String> unfinished =
                queue.follow(feeds.stream().filter(Feed::enabled).toList(), this::first);
        Set<String> ids = feeds.stream().map(Feed::id).collect(Collectors.toSet());
        single.keepOnly(ids);
        books.keepOnly(ids);
        return unfinished;
    }

    /** Brings a feed's next poll forward to now; says whether there was one waiting (else it is being polled). */
    boolean bringForward(Feed feed) {
        return queue.bringForward(feed.id());
    }

    /** The same for an operator, who knows better than a host that asked to be left alone: that is taken back. */
    public boolean pollNow(Feed feed) {
        whileIdle(feed, () -> hosts.pardon(books.stateOf(feed).address()));
        return bringForward(feed);
    }

    /** What is being polled, by id, each as it was when its poll began. */
    public Map<String, Feed> inHand() {
        return queue.inHand();
    }

    private Instant first(Feed feed) {
        Instant now = clock.instant();
        Cadence cadence = rhythm.cadences().apply(feed);
        FeedState state = books.decide(feed, known -> first(known, cadence, now));
        NextPoll first = Objects.requireNonNull(state.next());
        rememberPenalty(state, first, now);
        return first.at();
    }

    /** Until this instance has been there for a while, pushes may have found nobody. */
    private NextPoll first(FeedState state, Cadence cadence, Instant now) {
        @Nullable Instant lastPoll = state.lastPoll();
        // At another address than before nothing has been decided yet, whenever the feed was polled.
        @Nullable NextPoll decided = state.next();
        if (lastPoll == null || decided == null) {
            return cadence.first(now);
        }
        return now.isBefore(settled)
                ? cadence.resumed(decided, lastPoll, state.learnt().tempo(), now)
                : cadence.takenOver(decided, lastPoll, state.learnt().tempo(), now);
    }

    /** What a server asked for before a restart holds for the other feeds of its host, too. */
    private void rememberPenalty(FeedState state, NextPoll first, Instant now) {
        if (first.cause() == NextPoll.Cause.ASKED && first.at().isAfter(now)) {
            String host = WebAddress.host(state.address());
            hosts.resume(List.of(new HostPenalty(host, first.at(), 0, first.reason())));
        }
    }

    /**
     * Does something with a feed while nobody polls it; empty, and not done, when it is being polled.
     *
     * @param work returns soon: the feed's next poll waits for it
     */
    public <T> Optional<T> whileIdle(Feed feed, Supplier<T> work) {
        return queue.whileWaiting(feed.id(), work);
    }

    /** Whatever escapes from a poll, the feed goes back into the queue and the worker on to the next. */
    private void pollAndReturn(Feed feed) {
        Instant next = clock.instant().plus(AFTER_A_FAULT);
        try {
            next = single.poll(feed).at();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            LOG.errorf(e, "Feed %s is read again in %d s", feed.id(), AFTER_A_FAULT.toSeconds());
        } finally {
            queue.done(feed.id(), next);
        }
    }

    /** Cuts off what is being fetched, lets what is being published be marked, and ends the workers. */
    @Override
    public void close() {
        single.hangUp();
        try {
            if (!workers.end(GOODBYE_MILLIS)) {
                LOG.warn("Some polls did not end in time; their items will be published at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
