package org.bellwether.ingest.poll;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.events.DateProvenance;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.item.Announced;
import org.bellwether.ingest.item.FeedReading;
import org.bellwether.ingest.item.Harvest;
import org.bellwether.ingest.item.IdentifiedEntry;
import org.bellwether.ingest.item.ItemIdentity;
import org.bellwether.ingest.item.MongoAnnouncements;
import org.bellwether.ingest.item.MongoSeenItems;
import org.bellwether.ingest.item.SeenItem;
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

    public Intake(MongoSeenItems seenItems, MongoAnnouncements announcements, NewsItemPublisher publisher) {
        this.seenItems = seenItems;
        this.announcements = announcements;
        this.handover = new Handover(seenItems, announcements, publisher);
    }

    /**
     * Publishes what is new or corrected.
     *
     * @throws org.bellwether.ingest.backend.BackendAwayException when broker or store went away on the way; what was
     *     announced by then is in doubt
     */
    Brought take(Feed feed, ParsedFeed parsed, FeedReading reading) {
        Announced outstanding = announcements.of(feed.id());
        List<IdentifiedEntry> assigned = assigned(feed, parsed);
        Map<String, SeenItem> remembered = remembered(assigned);
        Map<String, SeenItem> seen = outstanding.over(remembered);
        List<IdentifiedEntry> entries = distinct(assigned, seen);
        Harvest harvest = Harvest.of(feed, parsed.feed(), entries, seen, reading);
        Map<String, String> refused = handover.handOn(feed.id(), harvest, outstanding, outstanding.besides(remembered));
        List<NewsItem> published = harvest.items().stream()
                .filter(item -> !refused.containsKey(item.id()))
                .toList();
        int known = (int) entries.stream()
                .filter(entry -> seen.containsKey(entry.identity().id()))
                .count();
        return new Brought(entries.size(), entries.size() - known, published.size(), stated(published), refused);
    }

    /** What {@link #take} would publish; nothing is stored. */
    List<NewsItem> judge(Feed feed, ParsedFeed parsed, FeedReading reading) {
        List<IdentifiedEntry> assigned = assigned(feed, parsed);
        Map<String, SeenItem> seen = announcements.of(feed.id()).over(remembered(assigned));
        return Harvest.of(feed, parsed.feed(), distinct(assigned, seen), seen, reading)
                .items();
    }

    private static List<IdentifiedEntry> assigned(Feed feed, ParsedFeed parsed) {
        return ItemIdentity.assign(feed.id(), feed.publisher().owner(), parsed.entries());
    }

    private static List<IdentifiedEntry> distinct(List<IdentifiedEntry> assigned, Map<String, SeenItem> seen) {
        return ItemIdentity.distinct(ItemIdentity.settled(assigned, seen));
    }

    private Map<String, SeenItem> remembered(List<IdentifiedEntry> entries) {
        Map<String, SeenItem> remembered = new HashMap<>(seenItems.find(
                entries.stream().map(entry -> entry.identity().id()).distinct().toList()));
        remembered.putAll(seenItems.find(ItemIdentity.doubtful(entries, remembered)));
        return remembered;
    }

    private static List<Instant> stated(List<NewsItem> published) {
        return published.stream()
                .filter(item -> item.version() == 1 && item.publishedProvenance() == DateProvenance.STATED)
                .map(NewsItem::published)
                .toList();
    }
}
