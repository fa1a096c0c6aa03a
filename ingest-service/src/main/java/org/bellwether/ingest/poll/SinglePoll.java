package org.bellwether.ingest.poll;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.RefusedException;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.host.Admission;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.Leave;
import org.bellwether.ingest.schedule.Cadence;
import org.bellwether.ingest.schedule.NextPoll;
import org.bellwether.ingest.schedule.PollOutcome;
import org.bellwether.ingest.state.FeedState;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One feed that is due: asks its host's leave, polls it, writes down what came of it, and says when it is due again. */
final class SinglePoll {

    private static final Logger LOG = Logger.getLogger(SinglePoll.class);
    private static final String NEXT_START = "the next start";

    private final FeedPoll feedPoll;
    private final HostBudgets hosts;
    private final Bookkeeper books;
    private final PollMetrics metrics;
    private final Function<Feed, Optional<String>> away;
    private final Rhythm rhythm;
    private final InstantSource clock;
    /** How many times in a row a feed was asked and what it sent could not be seen to its end, by id. */
    private final Map<String, Integer> inVain = new ConcurrentHashMap<>();

    private volatile boolean stopping;

    /**
     * @param hosts what each host can be asked for
     * @param away what polling a feed has to wait for, {@code the broker} for one; empty when nothing
     */
    SinglePoll(
            FeedPoll feedPoll,
            HostBudgets hosts,
            Bookkeeper books,
            PollMetrics metrics,
            Function<Feed, Optional<String>> away,
            Rhythm rhythm) {
        this.feedPoll = feedPoll;
        this.hosts = hosts;
        this.books = books;
        this.metrics = metrics;
        this.away = away;
        this.rhythm = rhythm;
        this.clock = rhythm.clock();
    }

    /** Forgets how often feeds were asked in vain that are not polled here any more. */
    void keepOnly(Set<String> feeds) {
        inVain.keySet().retainAll(feeds);
    }

    /** Polls one feed. Whatever goes wrong is this feed's matter and ends up in its state. */
    NextPoll poll(Feed feed) throws InterruptedException {
        Instant started = clock.instant();
        Cadence cadence = rhythm.cadences().apply(feed);
        FeedState before = books.stateOf(feed);
        Optional<String> missing = stopping ? Optional.of(NEXT_START) : away.apply(feed);
        if (missing.isPresent()) {
            return deferred(feed, cadence, started, new PollOutcome.Deferred(missing.get()));
        }
        Admission admission = hosts.ask(before.address(), feed.id(), FeedRequests.pace(feed));
        if (admission instanceof Admission.Wait wait) {
            return held(feed, cadence, started, new PollOutcome.Held(wait.until(), wait.reason()));
        }
        try (Leave leave = (Leave) admission) {
            PollReport report = attempt(feed, before, started, leave);
            if (report.outcome() instanceof PollOutcome.Held held) {
                return held(feed, cadence, started, held);
            }
            if (stopping && report.outcome() instanceof PollOutcome.Failed) {
                // It was cut off by us, which says nothing of the feed.
                return cadence.after(new PollOutcome.Deferred(NEXT_START), started, clock.instant());
            }
            if (report.outcome() instanceof PollOutcome.Failed failed && failed.hasEnough()) {
                leave.rest(cadence.rest());
            }
            metrics.published(feed, report.brought(), report.handover());
            feedPoll.requireLease(feed);
            FeedState after = rhythm.after(feed, before, report, started);
            books.write(feed, after);
            inVain.remove(feed.id());
            metrics.polled(feed, report);
            tell(feed, before, report);
            return Objects.requireNonNull(after.next());
        } catch (BackendAwayException e) {
            if (!stopping) {
                LOG.warnf("Feed %s is read again later: %s", feed.id(), e.getMessage());
            }
            int times = inVain.merge(feed.id(), 1, Integer::sum);
            return deferred(feed, cadence, started, new PollOutcome.Deferred("the " + e.what(), times));
        } catch (RefusedException e) {
            return refused(feed, before, started, e);
        }
    }

    /** Anything else is a fault of ours that one feed's document brings out; the others go on. */
    private PollReport attempt(Feed feed, FeedState before, Instant started, Leave leave) throws InterruptedException {
        try {
            return feedPoll.poll(feed, before, leave);
        } catch (BackendAwayException | RefusedException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            if (!stopping) {
                LOG.errorf(e, "Feed %s could not be processed", feed.id());
            }
            return feedPoll.broken(before, started);
        }
    }

    private NextPoll held(Feed feed, Cadence cadence, Instant started, PollOutcome.Held held) {
        NextPoll next = cadence.after(held, started, clock.instant());
        books.decide(feed, any -> next);
        metrics.held();
        return next;
    }

    /** It is told as the feed's failure, so that somebody sees it and the server is not asked again and again for nothing. */
    private NextPoll refused(Feed feed, FeedState before, Instant started, RefusedException refused) {
        LOG.errorf("Feed %s could not be taken in: %s", feed.id(), refused.getMessage());
        PollReport report = feedPoll.refused(before, started, refused);
        FeedState after = rhythm.after(feed, before, report, started);
        try {
            feedPoll.requireLease(feed);
            books.write(feed, after);
        } catch (BackendAwayException | RefusedException e) {
            books.show(after);
        }
        metrics.polled(feed, report);
        return Objects.requireNonNull(after.next());
    }

    private NextPoll deferred(Feed feed, Cadence cadence, Instant started, PollOutcome.Deferred deferred) {
        NextPoll next = cadence.after(deferred, started, clock.instant());
        books.decide(feed, any -> next);
        metrics.deferred();
        return next;
    }

    private static void tell(Feed feed, FeedState before, PollReport report) {
        FeedState state = report.state();
        if (report.published() > 0) {
            LOG.infof("Feed %s: %d items published", feed.id(), report.published());
        }
        if (state.state() != before.state()) {
            @Nullable String diagnosis = state.diagnosis();
            String why = diagnosis == null ? "" : ": " + diagnosis;
            LOG.infof("Feed %s is now %s%s", feed.id(), state.state(), why);
        }
    }

    /** Cuts off what is being fetched; what is past that goes on to its end, and nothing more begins. */
    void hangUp() {
        stopping = true;
        feedPoll.hangUp();
    }
}
