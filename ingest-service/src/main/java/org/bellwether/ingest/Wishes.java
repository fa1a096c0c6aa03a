package org.bellwether.ingest;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.lease.MongoWishes;

/** Grants wishes for polls of feeds that are polled here, whichever instance was asked for them; for one thread. */
final class Wishes {

    private final MongoWishes noted;
    private Set<String> vain = Set.of();

    Wishes(MongoWishes noted) {
        this.noted = noted;
    }

    /**
     * Looks which there are. One for a feed that is in no catalogue, or is not polled, goes when it is found so twice: at
     * first, it may have been noted for a feed that was added this very moment.
     *
     * @param pollNow brings a poll forward; says no while the feed is being polled, or where it is not polled here, and the wish
     *     stays then
     */
    void grant(Catalogue catalogue, Predicate<Feed> pollNow) {
        Set<String> unknown = new HashSet<>();
        for (String id : noted.all()) {
            Optional<Feed> feed = catalogue.byId(id).filter(Feed::enabled);
            if (feed.isEmpty()) {
                unknown.add(id);
            } else if (pollNow.test(feed.get())) {
                noted.take(id);
            }
        }
        unknown.stream().filter(vain::contains).forEach(noted::take);
        vain = unknown;
    }
}
