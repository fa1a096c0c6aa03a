package org.bellwether.ingest.poll;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.item.Announced;
import org.bellwether.ingest.item.Harvest;
import org.bellwether.ingest.item.MongoAnnouncements;
import org.bellwether.ingest.item.MongoSeenItems;
import org.bellwether.ingest.publish.NewsItemPublisher;

/** Hands a harvest on, some items at a time: announce, publish, and only then mark seen. */
final class Handover {

    /** An announcement is one document of the store, which has room for 16 MB; an item takes some 700 bytes. */
    private static final int AT_ONCE = 1_000;

    private final MongoSeenItems seenItems;
    private final MongoAnnouncements announcements;
    private final NewsItemPublisher publisher;
    private final Consumer<Feed> lease;

    /**
     * @param lease lets nothing pass of a feed that another instance may poll by now
     */
    Handover(
            MongoSeenItems seenItems,
            MongoAnnouncements announcements,
            NewsItemPublisher publisher,
            Consumer<Feed> lease) {
        this.seenItems = seenItems;
        this.announcements = announcements;
        this.publisher = publisher;
        this.lease = lease;
    }

    /**
     * Publishes the harvest and remembers it.
     *
     * @param outstanding what is kept as announced by earlier polls of the feed
     * @param doubtful that of it which is still in doubt
     * @return why, by item id, those that the broker would not have are not published
     * @throws org.bellwether.ingest.backend.BackendAwayException when broker or store went away on the way, or another instance
     *     may poll the feed by now; what was announced by then is in doubt
     */
    Map<String, String> handOn(Feed feed, Harvest harvest, Announced outstanding, Announced doubtful) {
        Map<String, String> refused = new HashMap<>();
        Announced kept = outstanding;
        Announced inDoubt = doubtful;
        for (Harvest part : harvest.parts(AT_ONCE)) {
            lease.accept(feed);
            if (!part.items().isEmpty()) {
                kept = inDoubt.and(part.announced());
                announcements.keep(feed.id(), kept);
            }
            seenItems.renew(part);
            if (!part.items().isEmpty()) {
                refused.putAll(publisher.publish(part.items()));
            }
            seenItems.remember(part.seenBut(refused.keySet()));
            inDoubt = inDoubt.without(part.items().stream().map(NewsItem::id).toList());
        }
        if (!kept.items().equals(inDoubt.items())) {
            announcements.keep(feed.id(), inDoubt);
        }
        return refused;
    }
}
