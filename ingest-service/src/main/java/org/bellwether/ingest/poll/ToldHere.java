package org.bellwether.ingest.poll;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.ingest.catalogue.Feed;

/**
 * What this instance has told of which feeds since they are in its part, and which it has ever had in its catalogue. For one
 * thread.
 */
final class ToldHere {

    /** By id, as they were then. */
    private final Map<String, Feed> told = new HashMap<>();

    private final Set<String> had = new HashSet<>();

    /** Those of the part that were not told yet, or not as they are now. Feeds that left the part are to be told anew when they come back. */
    List<Feed> news(Collection<Feed> catalogue, Part part) {
        catalogue.forEach(feed -> had.add(feed.id()));
        List<Feed> mine =
                catalogue.stream().filter(feed -> part.has(feed.url())).toList();
        Set<String> ids = new HashSet<>();
        mine.forEach(feed -> ids.add(feed.id()));
        told.keySet().retainAll(ids);
        return mine.stream().filter(feed -> !feed.equals(told.get(feed.id()))).toList();
    }

    void told(Collection<Feed> feeds) {
        feeds.forEach(feed -> told.put(feed.id(), feed));
    }

    /** Whether this instance has had the feed in its catalogue: people took it out then, and every instance follows that. */
    boolean wasHere(String feedId) {
        return had.contains(feedId);
    }
}
