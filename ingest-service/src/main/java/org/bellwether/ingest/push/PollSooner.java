package org.bellwether.ingest.push;

import java.time.Instant;
import java.util.Optional;
import org.bellwether.ingest.catalogue.Feed;

/** Has feeds polled before their time. */
@FunctionalInterface
public interface PollSooner {

    /**
     * Asks for a poll.
     *
     * @return when it comes (UTC): now, or when the feed may be asked again after a failure; empty when the feed does not wait
     *     for its poll here
     */
    Optional<Instant> poll(Feed feed);
}
