package org.bellwether.ingest.poll;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchFailed;
import org.bellwether.ingest.fetch.FetchRequest;
import org.bellwether.ingest.fetch.FetchResult;
import org.bellwether.ingest.fetch.Fetched;
import org.bellwether.ingest.fetch.NotModified;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.item.Announced;
import org.bellwether.ingest.item.FeedReading;
import org.bellwether.ingest.item.Harvest;
import org.bellwether.ingest.item.IdentifiedEntry;
import org.bellwether.ingest.item.ItemIdentity;
import org.bellwether.ingest.item.MongoAnnouncements;
import org.bellwether.ingest.item.MongoSeenItems;
import org.bellwether.ingest.item.Recognition;
import org.bellwether.ingest.item.Recollection;
import org.bellwether.ingest.parse.FeedDocument;
import org.bellwether.ingest.parse.FeedParser;
import org.bellwether.ingest.parse.ParseResult;
import org.bellwether.ingest.parse.ParsedEntry;
import org.bellwether.ingest.parse.ParsedFeed;
import org.bellwether.ingest.parse.Problem;
import org.bellwether.ingest.parse.Repair;
import org.bellwether.ingest.parse.Unreadable;
import org.bellwether.ingest.publish.NewsItemPublisher;
import org.bellwether.ingest.state.FeedState;
import org.jboss.logging.Logger;

/**
 * One poll of one feed: fetch, parse, identify, compare with what was seen, announce, publish, and only then mark seen. The
 * validators travel out with the new state and are saved last of all, so that a crash anywhere in between leads to
 * another reading, conditional on what was there before, and so to the same items under the same ids.
 */
public final class FeedPoll {

    private static final Logger LOG = Logger.getLogger(FeedPoll.class);
    private static final int MOST_REMARKS = 5;

    private final FeedFetcher fetcher;
    private final FeedParser parser;
    private final MongoSeenItems seenItems;
    private final MongoAnnouncements announcements;
    private final Handover handover;
    private final Headroom headroom;
    private final InstantSource clock;

    public FeedPoll(
            FeedFetcher fetcher,
            FeedParser parser,
            MongoSeenItems seenItems,
            MongoAnnouncements announcements,
            NewsItemPublisher publisher,
            Headroom headroom,
            InstantSource clock) {
        this.fetcher = fetcher;
        this.parser = parser;
        this.seenItems = seenItems;
        this.announcements = announcements;
        this.handover = new Handover(seenItems, announcements, publisher);
        this.headroom = headroom;
        this.clock = clock;
    }

    /**
     * Polls the feed.
     *
     * @param before what was known of it
     * @throws InterruptedException when the service stops while it waits for room; nothing is known anew then
     * @throws org.bellwether.ingest.backend.BackendAwayException when broker or store went away on the way; nothing is
     *     known then that was not known before
     */
    public PollReport poll(Feed feed, FeedState before) throws InterruptedException {
        try (Room room = headroom.ofPoll()) {
            return poll(feed, before, room);
        } catch (NoRoomException e) {
            LOG.debugf("Feed %s is asked once more, in turn: %s", feed.id(), e.getMessage());
        }
        try (Room inTurn = headroom.ofPollInTurn()) {
            return poll(feed, before, inTurn);
        } catch (NoRoomException e) {
            throw new IllegalStateException("a body whose turn it is may be of any size", e);
        }
    }

    /** Cuts off whatever is being fetched, for good: the service stops. */
    void hangUp() {
        fetcher.close();
    }

    private PollReport poll(Feed feed, FeedState before, Room room) throws NoRoomException, InterruptedException {
        FetchResult fetched = fetcher.fetch(new FetchRequest(feed.url(), before.validators()), room);
        Instant now = clock.instant();
        if (fetched instanceof FetchFailed failed) {
            return PollReport.failed(
                    before.failed(now, failed.diagnosis()), failed.retryAfter().orElse(null));
        }
        if (fetched instanceof NotModified unchanged) {
            return PollReport.unchanged(before.unchanged(now, unchanged.validators()));
        }
        if (fetched instanceof Fetched body) {
            return room.reading(() -> read(feed, before, body, now));
        }
        throw new NoRoomException();
    }

    private PollReport read(Feed feed, FeedState before, Fetched body, Instant now) {
        ParseResult parsed = parser.parse(document(body), feed.zone(), now);
        if (parsed instanceof Unreadable unreadable) {
            return PollReport.failed(before.failed(now, diagnosis(unreadable)), null);
        }
        return harvest(feed, before, body, (ParsedFeed) parsed, now);
    }

    private PollReport harvest(Feed feed, FeedState before, Fetched body, ParsedFeed parsed, Instant now) {
        List<IdentifiedEntry> assigned =
                ItemIdentity.assign(feed.id(), feed.publisher().owner(), parsed.entries());
        Recollection remembered = seenItems.recall(assigned);
        Announced outstanding = announcements.of(feed.id());
        Recollection known = remembered.and(outstanding);
        List<IdentifiedEntry> entries = ItemIdentity.distinct(Recognition.recognised(assigned, known));
        Harvest harvest =
                Harvest.of(feed, parsed.feed(), entries, known, new FeedReading(now, before.lastSuccess() == null));
        Map<String, String> refused =
                handover.handOn(feed.id(), harvest, outstanding, outstanding.besides(remembered.items()));
        Instant newest = parsed.entries().stream()
                .map(ParsedEntry::published)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        int published = harvest.items().size() - refused.size();
        return PollReport.read(
                before.read(now, body.validators(), published, newest, remarks(body, parsed, refused)), published);
    }

    private static FeedDocument document(Fetched body) {
        return new FeedDocument(
                body.body(),
                body.headers().contentType().orElse(null),
                body.headers().values(),
                body.finalUrl());
    }

    private static String diagnosis(Unreadable unreadable) {
        return unreadable.message() + " (seems to be " + unreadable.seems() + ")";
    }

    private static List<String> remarks(Fetched body, ParsedFeed parsed, Map<String, String> refused) {
        List<String> remarks = new ArrayList<>();
        if (body.permanentRedirect()) {
            remarks.add("has moved for good to " + body.finalUrl() + ": change its url in the catalogue");
        }
        refused.values().stream()
                .findFirst()
                .ifPresent(reason -> remarks.add(refused.size() + " entries cannot be published: " + reason));
        parsed.problems().stream().map(Problem::message).distinct().forEach(remarks::add);
        parsed.repairs().stream().map(Repair::message).distinct().forEach(remarks::add);
        if (remarks.size() <= MOST_REMARKS) {
            return remarks;
        }
        List<String> first = new ArrayList<>(remarks.subList(0, MOST_REMARKS));
        first.add("and " + (remarks.size() - MOST_REMARKS) + " more");
        return first;
    }
}
