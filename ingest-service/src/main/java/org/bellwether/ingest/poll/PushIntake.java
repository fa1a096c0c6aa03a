package org.bellwether.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.item.FeedReading;
import org.bellwether.ingest.parse.FeedDocument;
import org.bellwether.ingest.parse.ParseResult;
import org.bellwether.ingest.parse.ParsedEntry;
import org.bellwether.ingest.parse.ParsedFeed;
import org.bellwether.ingest.state.FeedState;
import org.bellwether.ingest.state.History;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what a hub pushed, just as a reading of the feed, and while nobody polls it. Hubs send what is new and leave out
 * the rest, so a push tells nothing of the feed's window, its pace or its losses.
 */
public final class PushIntake {

    private static final Logger LOG = Logger.getLogger(PushIntake.class);

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Documents documents;
    private final Intake intake;
    private final PollLoop loop;
    private final Bookkeeper books;
    private final PollMetrics metrics;
    private final InstantSource clock;

    public PushIntake(
            Documents documents,
            Intake intake,
            PollLoop loop,
            Bookkeeper books,
            PollMetrics metrics,
            InstantSource clock) {
        this.documents = documents;
        this.intake = intake;
        this.loop = loop;
        this.books = books;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Publishes what is new or corrected in it.
     *
     * @param room that the document has
     * @return how many items were published; empty when it could not be taken in: it is no feed, the feed is to have full texts, is being polled or
     *     is another instance's to poll, or broker or store are away. A poll makes up for it then
     * @throws InterruptedException when the service stops meanwhile
     */
    public Optional<Integer> take(Feed feed, FeedDocument document, Room room) throws InterruptedException {
        if (feed.fullText()) {
            // Reading articles takes longer than a hub waits: the poll that makes up for it reads them.
            return Optional.empty();
        }
        Instant came = clock.instant();
        try {
            ParseResult result = room.reading(() -> documents.read(feed, document, came));
            return result instanceof ParsedFeed parsed
                    ? whenIdle(feed, () -> publish(feed, parsed, came, document))
                    : Optional.empty();
        } catch (NoRoomException | BackendAwayException e) {
            LOG.infof("Feed %s is polled instead of taking a push in: %s", feed.id(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Feed %s is polled instead of taking a push in", feed.id());
        }
        return Optional.empty();
    }

    /** A poll that has just begun may not show yet what is pushed, and is mostly over in no time. */
    private Optional<Integer> whenIdle(Feed feed, Supplier<Integer> work) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<Integer> done = loop.whileIdle(feed, work);
        while (done.isEmpty()
                && System.nanoTime() - end < 0
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK.toNanos());
            done = loop.whileIdle(feed, work);
        }
        return done;
    }

    /** It counts as of now: a poll may have read the feed while the push waited for it. */
    private int publish(Feed feed, ParsedFeed parsed, Instant came, FeedDocument document) {
        FeedState before = books.stateOf(feed);
        Instant now = clock.instant();
        documents.keepPushed(feed, document, now);
        Brought brought =
                intake.take(feed, parsed, FeedReading.pushed(now, before.lastSuccess() == null), Articles.NONE);
        Instant done = clock.instant();
        Duration took = Duration.between(came, done);
        History.Line line = new History.Line(
                came,
                came,
                1,
                "pushed",
                null,
                brought.entries(),
                brought.published(),
                parsed.repairs().size(),
                document.body().length,
                took);
        intake.requireLease(feed);
        books.write(feed, before.pushed(brought.places(), newest(parsed), line));
        metrics.published(feed, brought, took);
        if (brought.published() > 0) {
            LOG.infof("Feed %s: %d items published, pushed by its hub", feed.id(), brought.published());
        }
        return brought.published();
    }

    private static @Nullable Instant newest(ParsedFeed parsed) {
        return parsed.entries().stream()
                .map(ParsedEntry::published)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
