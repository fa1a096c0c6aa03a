package org.bellwether.ingest.item;

import com.mongodb.client.MongoDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.bellwether.events.NewsItem;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.parse.FeedInfo;
import org.bellwether.ingest.parse.ParsedEntry;

/** Readings of feeds, one after the other, that remember in a real store, as polls do. */
final class Readings {

    private static final FeedInfo INFO = new FeedInfo("Feed", "https://y.example/", null, null, null, null, null);

    private final MongoSeenItems store;
    private final MongoAnnouncements announcements;

    Readings(MongoDatabase database) {
        store = new MongoSeenItems(database);
        announcements = new MongoAnnouncements(database);
    }

    /** What is published of a reading of a feed {@code owner/name}. */
    List<NewsItem> read(String feedId, Instant now, ParsedEntry... entries) {
        Harvest harvest = harvest(feedId, now, entries);
        store.claim(harvest, true);
        store.renew(harvest);
        store.remember(harvest.seen());
        announcements.keep(feedId, Announced.of(List.of()));
        return harvest.items();
    }

    /** What is published of a reading after which the service ends. */
    List<NewsItem> readAndEnd(String feedId, Instant now, ParsedEntry... entries) {
        Harvest harvest = harvest(feedId, now, entries);
        announcements.keep(feedId, announcements.of(feedId).and(harvest.announced()));
        store.claim(harvest, true);
        return harvest.items();
    }

    /** As of then, with a memory of 90 days; all feeds named are read. */
    void forget(Instant now, String... read) {
        store.forget(new Expiry(now, Duration.ofDays(90), Set.of(read)));
    }

    private Harvest harvest(String feedId, Instant now, ParsedEntry... entries) {
        String owner = feedId.substring(0, feedId.indexOf('/'));
        List<IdentifiedEntry> assigned = ItemIdentity.assign(feedId, owner, List.of(entries), now);
        Recollection known = store.recall(assigned).and(announcements.of(feedId));
        FeedReading reading = new FeedReading(now, false);
        List<IdentifiedEntry> recognised = ItemIdentity.distinct(Recognition.recognised(assigned, known, reading));
        return Harvest.of(feed(feedId, owner), INFO, recognised, known, reading);
    }

    private static Feed feed(String id, String owner) {
        Publisher publisher = new Publisher(owner, owner, SourceKind.NEWS, "KR");
        URI url = URI.create("https://y.example/rss");
        return new Feed(id, id, url, "ko", publisher, ZoneOffset.UTC, true, null, null, null);
    }
}
