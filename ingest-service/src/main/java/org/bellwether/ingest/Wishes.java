package org.bellwether.ingest;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
     * @param polled ids of what is polled here
     * @param pollNow brings a poll forward, if it waits
     */
    void grant(Catalogue catalogue, Set<String> polled, Consumer<Feed> pollNow) {
        Set<String> unknown = new HashSet<>();
        for (String id : noted.all()) {
            Optional<Feed> feed = catalogue.byId(id).filter(Feed::enabled);
            if (feed.isEmpty()) {
                unknown.add(id);
            } else if (polled.contains(id) && noted.take(id)) {
                // Is it being polled just now, that is what was wished for.
                pollNow.accept(feed.get());
            }
        }
        unknown.stream().filter(vain::contains).forEach(noted::take);
        vain = unknown;
    }
}
