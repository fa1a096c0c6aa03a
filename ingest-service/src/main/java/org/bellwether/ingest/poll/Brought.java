package org.bellwether.ingest.poll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bellwether.events.DateProvenance;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.state.Front.Place;
import org.jspecify.annotations.Nullable;

/**
 * What came of the entries of one reading.
 *
 * @param visible the document's entries, one per item, in its order
 * @param items that were published, corrections included
 * @param refused why, by item id, others could not be published
 * @param articles behind those that were published, where the catalogue asks for full texts
 */
record Brought(List<Visible> visible, List<NewsItem> items, Map<String, String> refused, Articles articles) {

    static final Brought NOTHING = new Brought(List.of(), List.of(), Map.of(), Articles.NONE);

    /**
     * One of its entries.
     *
     * @param provenance how its time is known
     * @param fresh it had never been seen, in this feed or any other
     * @param brought when this feed brought it first, as far as nothing else was published of it since (UTC); else null
     */
    record Visible(
            Place place,
            DateProvenance provenance,
            boolean fresh,
            @Nullable Instant brought) {

        /** Whether it is news since a reading; of one that came later nothing may be known but what it brought, for the service ended. */
        boolean isNewsSince(@Nullable Instant reading) {
            return fresh || (brought != null && reading != null && brought.isAfter(reading));
        }
    }

    Brought {
        visible = List.copyOf(visible);
        items = List.copyOf(items);
        refused = Map.copyOf(refused);
    }

    /** How many there are in the document. */
    int entries() {
        return visible.size();
    }

    /** How many of them had never been seen. */
    int fresh() {
        return (int) visible.stream().filter(Visible::fresh).count();
    }

    List<Place> places() {
        return visible.stream().map(Visible::place).toList();
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
                visible, Stream.concat(items.stream(), longer.stream()).toList(), refused, articles.and(read));
    }
}
