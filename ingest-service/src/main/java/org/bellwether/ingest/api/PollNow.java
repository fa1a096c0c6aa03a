package org.bellwether.ingest.api;

import org.bellwether.ingest.catalogue.Feed;

/** Brings polls forward. */
@FunctionalInterface
public interface PollNow {

    /**
     * Polls the feed as soon as a worker is free, be it that its host asked to be left alone; where another instance holds it, that one does, within seconds.
     *
     * @return false when no poll of it is waiting here, since it is being polled
     * @throws org.bellwether.ingest.backend.BackendAwayException when another instance could not be told, as the store is away
     */
    boolean poll(Feed feed);
}
