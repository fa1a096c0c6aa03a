package org.bellwether.ingest.catalogue;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The feeds in the order of the file; ids are unique.
 *
 * @param feeds polled or not
 */
public record Catalogue(List<Feed> feeds) {

    public Catalogue {
        feeds = List.copyOf(feeds);
    }

    /** The feed of that id. */
    public Optional<Feed> byId(String id) {
        return feeds.stream().filter(feed -> feed.id().equals(id)).findFirst();
    }

    /** The first feed read at that address. */
    public Optional<Feed> byUrl(URI url) {
        return feeds.stream().filter(feed -> feed.url().equals(url)).findFirst();
    }
}
