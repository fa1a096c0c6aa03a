package org.bellwether.alert.archive;

import java.time.Instant;
import org.bellwether.events.NewsItem;
import org.bellwether.events.TaggedItem;

/**
 * Where an item stands in the newest-first order, to page on from.
 *
 * @param at its event time (UTC)
 * @param itemId breaks ties
 */
public record ItemPosition(Instant at, String itemId) {

    public static ItemPosition of(TaggedItem tagged) {
        return new ItemPosition(eventTime(tagged.item()), tagged.item().id());
    }

    /** When the item counts: its publication, but never later than it was read (a feed's clock may be ahead). */
    static Instant eventTime(NewsItem item) {
        return item.published().isAfter(item.fetched()) ? item.fetched() : item.published();
    }
}
