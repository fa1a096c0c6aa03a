package org.bellwether.ingest.poll;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.item.IdentifiedEntry;
import org.bellwether.ingest.item.ItemIdentity;
import org.bellwether.ingest.parse.FeedInfo;
import org.bellwether.ingest.parse.ParsedFeed;

/**
 * What a document brought.
 *
 * @param info what it says of itself
 * @param entries each with its identity, as it is in the company of all others of the document
 */
public record Contents(FeedInfo info, List<IdentifiedEntry> entries) {

    public Contents {
        entries = List.copyOf(entries);
    }

    /** Of one that was read then (UTC). */
    static Contents of(Feed feed, ParsedFeed parsed, Instant at) {
        return new Contents(
                parsed.feed(), ItemIdentity.assign(feed.id(), feed.publisher().owner(), parsed.entries(), at));
    }

    /** Some of the entries, each as what it is among all. */
    Contents only(Predicate<IdentifiedEntry> wanted) {
        return new Contents(info, entries.stream().filter(wanted).toList());
    }
}
