package org.bellwether.ingest.api;

import org.bellwether.ingest.catalogue.Feed;

/** Brings polls forward. */
@FunctionalInterface
public interface PollNow {

    /** Polls the feed as soon as a worker is free; false when no poll of it is waiting, since it is being polled. */
    boolean poll(Feed feed);
}
