package org.bellwether.ingest.poll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bellwether.events.DateProvenance;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.item.Announced;
import org.bellwether.ingest.item.FeedReading;
import org.bellwether.ingest.item.Harvest;
import org.bellwether.ingest.item.IdentifiedEntry;
import org.bellwether.ingest.item.ItemIdentity;
import org.bellwether.ingest.item.MongoAnnouncements;
import org.bellwether.ingest.item.MongoSeenItems;
import org.bellwether.ingest.item.Recognition;
import org.bellwether.ingest.item.Recollection;
import org.bellwether.ingest.parse.ParsedFeed;
import org.bellwether.ingest.publish.NewsItemPublisher;

/**
 * Takes in what a reading brought: identify, compare with what was seen, announce, publish, and only then mark seen. A crash
 * anywhere in between leads, with the next reading, to the same items under the same ids.
 */
public final class Intake {

    private final MongoSeenItems seenItems;
    private final MongoAnnouncements announcements;
    private final Handover handover;
    private final Predicate<Feed> mine;

    /**
     * @param mine whether this instance may publish items of a feed at this very moment
     */
    public Intake(
            MongoSeenItems seenItems,
            MongoAnnouncements announcements,
            NewsItemPublisher publisher,
            Predicate<Feed> mine) {
        this.mine = mine;
        this.seenItems = seenItems;
        this.announcements = announcements;
        this.handover = new Handover(seenItems, announcements, publisher);
    }

    /**
     * Publishes what is new or corrected.
     *
     * @throws BackendAwayException when broker or store went away on the way, and what was announced by then is in doubt; or
     *     when another instance polls the feed by now
     */
    Brought take(Feed feed, ParsedFeed parsed, FeedReading reading) {
        if (!mine.test(feed)) {
            throw BackendAwayException.lease();
        }
        Announced outstanding = announcements.of(feed.id());
        List<IdentifiedEntry> assigned = assigned(feed, parsed);
        Recollection remembered = seenItems.recall(assigned);
        Recollection known = remembered.and(outstanding);
        List<IdentifiedEntry> entries = distinct(assigned, known);
        Harvest harvest = Harvest.of(feed, parsed.feed(), entries, known, reading);
        Map<String, String> refused =
                handover.handOn(feed.id(), harvest, outstanding, outstanding.besides(remembered.items()));
        List<NewsItem> published = harvest.items().stream()
                .filter(item -> !refused.containsKey(item.id()))
                .toList();
        int seenBefore = (int) entries.stream()
                .filter(entry -> known.items().containsKey(entry.identity().id()))
                .count();
        return new Brought(entries.size(), entries.size() - seenBefore, published.size(), stated(published), refused);
    }

    /** What {@link #take} would publish; nothing is stored. */
    List<NewsItem> judge(Feed feed, ParsedFeed parsed, FeedReading reading) {
        List<IdentifiedEntry> assigned = assigned(feed, parsed);
        Recollection known = seenItems.recall(assigned).and(announcements.of(feed.id()));
        return Harvest.of(feed, parsed.feed(), distinct(assigned, known), known, reading)
                .items();
    }

    private static List<IdentifiedEntry> assigned(Feed feed, ParsedFeed parsed) {
        return ItemIdentity.assign(feed.id(), feed.publisher().owner(), parsed.entries());
    }

    private static List<IdentifiedEntry> distinct(List<IdentifiedEntry> assigned, Recollection known) {
        return ItemIdentity.distinct(Recognition.recognised(assigned, known));
    }

    private static List<Instant> stated(List<NewsItem> published) {
        return published.stream()
                .filter(item -> item.version() == 1 && item.publishedProvenance() == DateProvenance.STATED)
                .map(NewsItem::published)
                .toList();
    }
}
