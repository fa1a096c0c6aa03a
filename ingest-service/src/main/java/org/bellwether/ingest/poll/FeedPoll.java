package org.bellwether.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.Severity;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.RefusedException;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.fetch.FetchFailed;
import org.bellwether.ingest.fetch.FetchResult;
import org.bellwether.ingest.fetch.Fetched;
import org.bellwether.ingest.fetch.NotModified;
import org.bellwether.ingest.fetch.Postponed;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.host.Leave;
import org.bellwether.ingest.item.FeedReading;
import org.bellwether.ingest.parse.ParseResult;
import org.bellwether.ingest.parse.ParsedFeed;
import org.bellwether.ingest.parse.Unreadable;
import org.bellwether.ingest.push.Offer;
import org.bellwether.ingest.schedule.PollOutcome;
import org.bellwether.ingest.schedule.PollOutcome.Hope;
import org.bellwether.ingest.state.Answer;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.History;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One poll of one feed: fetch, keep what came, parse, read the articles if the catalogue asks for them, take in the
 * entries, and appraise the feed by them. The validators travel out with the new state and are saved last of all, so that a crash anywhere in between leads to another reading,
 * conditional on what was there before.
 */
public final class FeedPoll {

    private static final Logger LOG = Logger.getLogger(FeedPoll.class);

    private final FeedRequests requests;
    private final Documents documents;
    private final Intake intake;
    private final LateArticles late;
    private final Headroom headroom;
    private final InstantSource clock;

    public FeedPoll(
            FeedRequests requests,
            Documents documents,
            Intake intake,
            LateArticles late,
            Headroom headroom,
            InstantSource clock) {
        this.requests = requests;
        this.documents = documents;
        this.intake = intake;
        this.late = late;
        this.headroom = headroom;
        this.clock = clock;
    }

    /**
     * Polls the feed.
     *
     * @param before what was known of it
     * @param leave to ask its host, given back by this poll; null to wait for it
     * @throws InterruptedException when the service stops while it waits for room; nothing is known anew then
     * @throws org.bellwether.ingest.backend.BackendAwayException when broker or store went away on the way; nothing is
     *     known then that was not known before
     * @throws RefusedException when broker or store would not have what came of it
     */
    public PollReport poll(Feed feed, FeedState before, @Nullable Leave leave) throws InterruptedException {
        PollReport report = inItsRoom(feed, before, leave);
        return feed.fullText() && report.outcome() instanceof PollOutcome.Answered ? withLate(feed, report) : report;
    }

    /** Whatever goes wrong with articles of earlier items, what the poll came to stands; they are read with a later one. */
    private PollReport withLate(Feed feed, PollReport report) throws InterruptedException {
        try {
            return late.after(feed, report);
        } catch (BackendAwayException | RefusedException e) {
            LOG.warnf("Feed %s: articles that are missing are read later: %s", feed.id(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Feed %s: articles that are missing could not be read", feed.id());
        }
        return report;
    }

    private PollReport inItsRoom(Feed feed, FeedState before, @Nullable Leave leave) throws InterruptedException {
        Instant started = clock.instant();
        try (Room room = headroom.ofPoll()) {
            return poll(feed, before, started, room, leave);
        } catch (NoRoomException e) {
            LOG.debugf("Feed %s is asked once more, in turn: %s", feed.id(), e.getMessage());
        }
        try (Room inTurn = headroom.ofPollInTurn()) {
            return poll(feed, before, started, inTurn, null);
        } catch (NoRoomException e) {
            throw new IllegalStateException("a body whose turn it is may be of any size", e);
        }
    }

    /**
     * Makes sure that the feed is still this instance's to poll.
     *
     * @throws org.bellwether.ingest.backend.BackendAwayException when it may be another's by now
     */
    void requireLease(Feed feed) {
        intake.requireLease(feed);
    }

    /** Cuts off whatever is being fetched, for good: the service stops. */
    void hangUp() {
        requests.close();
    }

    private PollReport poll(Feed feed, FeedState before, Instant started, Room room, @Nullable Leave leave)
            throws NoRoomException, InterruptedException {
        FetchResult fetched = requests.ask(feed, before, started, room, leave);
        Instant now = clock.instant();
        if (fetched instanceof FetchFailed failed) {
            Condition why = new Condition(failed.kind().label(), Severity.ERROR, failed.diagnosis());
            return failed(
                    before,
                    line(why, started, 0),
                    why,
                    Failures.hope(failed.kind()),
                    failed.retryAfter().orElse(null));
        }
        if (fetched instanceof NotModified unchanged) {
            Answer answer = new Appraisal(feed, before, started, now).unchanged(unchanged);
            return PollReport.unchanged(before.answered(answer), answer.line());
        }
        if (fetched instanceof Postponed postponed) {
            return PollReport.postponed(before, line("postponed", null, started, 0), postponed);
        }
        if (fetched instanceof Fetched body) {
            return read(new Appraisal(feed, before, started, now), body, room);
        }
        throw new NoRoomException();
    }

    /**
     * Articles, and the turn to be taken in, are waited for outside of the readings, which others wait for. The entries stay in memory
     * meanwhile, and so does the room that their body took, whose bound is theirs then.
     */
    private PollReport read(Appraisal appraisal, Fetched body, Room room) throws NoRoomException, InterruptedException {
        Feed feed = appraisal.feed();
        ParseResult result = room.reading(() -> documents.fetched(feed, body, appraisal.now()));
        Articles articles =
                result instanceof ParsedFeed parsed ? intake.articles(feed, parsed, reading(appraisal)) : Articles.NONE;
        return report(appraisal, body, result, articles);
    }

    private static FeedReading reading(Appraisal appraisal) {
        return new FeedReading(appraisal.now(), appraisal.before().lastSuccess() == null);
    }

    private PollReport report(Appraisal appraisal, Fetched body, ParseResult result, Articles articles) {
        if (result instanceof Unreadable unreadable) {
            Condition why = new Condition(unreadable.code(), Severity.ERROR, diagnosis(unreadable));
            return failed(appraisal.before(), line(why, appraisal.started(), body.wireBytes()), why, Hope.SOON, null);
        }
        ParsedFeed parsed = (ParsedFeed) result;
        Brought brought = intake.take(appraisal.feed(), parsed, reading(appraisal), articles);
        Answer answer = appraisal.read(body, parsed, brought);
        Duration handover = Duration.between(appraisal.now(), clock.instant());
        return PollReport.read(appraisal.before().answered(answer), answer.line(), brought, parsed.repairs(), handover)
                .offering(Offer.of(
                        body.hints(), parsed.hints(), appraisal.before().address()));
    }

    /** After a poll that failed by a fault of this program. */
    PollReport broken(FeedState before, Instant started) {
        Condition why = new Condition(
                "program-fault",
                Severity.ERROR,
                "could not be processed, by a fault of this program; its log has the details");
        return failed(before, line(why, started, 0), why, Hope.SOON, null);
    }

    /**
     * After a poll whose outcome broker or store would not have.
     *
     * @param refused why
     */
    PollReport refused(FeedState before, Instant started, RefusedException refused) {
        Condition why = new Condition(
                refused.what() + "-refused",
                Severity.ERROR,
                "was fetched and could not be taken in, as " + refused.getMessage() + "; look at " + refused.wayOut()
                        + ", it is tried again less and less often");
        return failed(before, line(why, started, 0), why, Hope.SOON, null);
    }

    private static PollReport failed(
            FeedState before, History.Line line, Condition why, Hope hope, @Nullable Duration retryAfter) {
        return PollReport.failed(before.failed(why, line), line, hope, retryAfter);
    }

    private History.Line line(Condition why, Instant started, long bytes) {
        return line("failed", why.code(), started, bytes);
    }

    private History.Line line(String outcome, @Nullable String code, Instant started, long bytes) {
        Duration took = Duration.between(started, clock.instant());
        return new History.Line(started, started, 1, outcome, code, 0, 0, 0, bytes, took);
    }

    private static String diagnosis(Unreadable unreadable) {
        return unreadable.message() + " (seems to be " + unreadable.seems() + ")";
    }
}
