package org.bellwether.ingest.push;

import org.bellwether.ingest.catalogue.Feed;

/** Which feeds hubs push. */
@FunctionalInterface
public interface Pushes {

    /** None: this service has no address that hubs could reach. */
    Pushes NONE = (feed, polled) -> Standing.POLLED;

    /**
     * Takes note of a poll, once its entries are published.
     *
     * @return what its subscription means for the next
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store is away
     */
    Standing after(Feed feed, Polled polled);
}
