package org.bellwether.ingest.catalogue;

import java.util.List;

/** What members say: a feed, or what is wrong with them. */
public sealed interface FeedReading {

    /** They say a feed. */
    record Right(Feed feed) implements FeedReading {}

    /**
     * They do not.
     *
     * @param faults all of them, at least one
     */
    record Wrong(List<MemberFault> faults) implements FeedReading {}
}
