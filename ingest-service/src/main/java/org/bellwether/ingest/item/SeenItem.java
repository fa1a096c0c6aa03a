package org.bellwether.ingest.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an item that is, or is about to be, published.
 *
 * @param id its identity
 * @param feedId the feed that carried it first, the only one that may correct it once it is published
 * @param owner of that feed; empty when nobody knows any more
 * @param edition what was published last
 * @param published publication time given to it (UTC)
 * @param backlog that time stands in for one that nothing states, of an entry older than the first reading of its feed
 * @param pending nobody knows whether that version was published: the service may have ended in between
 * @param lastSeen when it last stood in its feed, to the day (UTC)
 */
public record SeenItem(
        String id,
        String feedId,
        String owner,
        Edition edition,
        Instant published,
        boolean backlog,
        boolean pending,
        Instant lastSeen) {

    /** When the feed brought it first, and nothing else was published of it since; null otherwise. */
    public @Nullable Instant broughtFirstBy(String feed) {
        return version() == 1 && feedId.equals(feed) ? edition.at() : null;
    }

    /** As before its version is published. */
    SeenItem announced() {
        return new SeenItem(id, feedId, owner, edition, published, backlog, true, lastSeen);
    }

    /** As it still stood in its feed then. */
    SeenItem seenAgain(Instant at) {
        return new SeenItem(id, feedId, owner, edition, published, backlog, false, at);
    }

    int version() {
        return edition.version();
    }

    /** Whether that version, or perhaps that version, said this. */
    boolean says(String hash) {
        return edition.contentHash().equals(hash);
    }
}
