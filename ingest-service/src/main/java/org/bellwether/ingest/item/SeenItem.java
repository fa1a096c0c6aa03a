package org.bellwether.ingest.item;

import java.time.Instant;
import java.util.List;

/**
 * What is remembered of an item that is, or is about to be, published.
 *
 * @param id its identity
 * @param feedId the feed that carried it first, the only one that may correct it once it is published
 * @param version last published
 * @param contentHash of that version
 * @param published publication time given to it (UTC)
 * @param backlog that time stands in for one that nothing states, of an entry older than the first reading of its feed
 * @param standsInFor the ids that would have been better but were shared when it was published
 * @param pending nobody knows whether that version was published: the service may have ended in between
 * @param lastSeen when it last stood in its feed, to the day (UTC)
 */
public record SeenItem(
        String id,
        String feedId,
        int version,
        String contentHash,
        Instant published,
        boolean backlog,
        List<String> standsInFor,
        boolean pending,
        Instant lastSeen) {

    public SeenItem {
        standsInFor = List.copyOf(standsInFor);
    }

    /** As before its version is published. */
    SeenItem announced() {
        return new SeenItem(id, feedId, version, contentHash, published, backlog, standsInFor, true, lastSeen);
    }

    /** As it still stood in its feed then. */
    SeenItem seenAgain(Instant at) {
        return new SeenItem(id, feedId, version, contentHash, published, backlog, standsInFor, false, at);
    }

    /** Whether that version, or perhaps that version, said this. */
    boolean says(String hash) {
        return contentHash.equals(hash);
    }
}
