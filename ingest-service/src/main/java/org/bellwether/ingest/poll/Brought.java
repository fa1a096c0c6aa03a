package org.bellwether.ingest.poll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bellwether.events.DateProvenance;
import org.bellwether.events.NewsItem;

/**
 * What came of the entries of one reading.
 *
 * @param entries in the document, one per item
 * @param fresh how many of them had never been seen
 * @param items that were published, corrections included
 * @param refused why, by item id, others could not be published
 * @param articles behind those that were published, where the catalogue asks for full texts
 */
record Brought(int entries, int fresh, List<NewsItem> items, Map<String, String> refused, Articles articles) {

    static final Brought NOTHING = new Brought(0, 0, List.of(), Map.of(), Articles.NONE);

    Brought {
        items = List.copyOf(items);
        refused = Map.copyOf(refused);
    }

    /** How many were published. */
    int published() {
        return items.size();
    }

    /** Publication times (UTC), as stated by their publishers, of those that were published for the first time. */
    List<Instant> stated() {
        return items.stream()
                .filter(item -> item.version() == 1 && item.publishedProvenance() == DateProvenance.STATED)
                .map(NewsItem::published)
                .toList();
    }

    /** With longer texts that were published besides. */
    Brought and(List<NewsItem> longer, Articles read) {
        return new Brought(
                entries, fresh, Stream.concat(items.stream(), longer.stream()).toList(), refused, articles.and(read));
    }
}
