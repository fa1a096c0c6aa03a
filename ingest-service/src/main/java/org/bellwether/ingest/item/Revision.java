package org.bellwether.ingest.item;

import org.jspecify.annotations.Nullable;

/** Whether an entry is published, and why (not). */
public sealed interface Revision {

    /** Why, for people. */
    String reason();

    /** It is news. */
    record Publish(int version, String reason) implements Revision {}

    /** It is not. */
    record Skip(String reason) implements Revision {}

    /**
     * Judges an entry by what is remembered of its item. Two feeds that carry one item often word it differently; only
     * the first may correct it, or they would correct each other at every poll.
     */
    static Revision judge(@Nullable SeenItem seen, String feedId, String contentHash) {
        if (seen == null) {
            return new Publish(1, "not seen before");
        }
        if (seen.pending() && seen.says(contentHash)) {
            return new Publish(seen.version(), "version " + seen.version() + " was perhaps not published");
        }
        if (seen.says(contentHash)) {
            return new Skip("version " + seen.version() + " reads the same");
        }
        if (seen.pending()) {
            return new Publish(
                    seen.version() + 1,
                    "reads otherwise than version " + seen.version() + ", which was perhaps not published");
        }
        if (!seen.feedId().equals(feedId)) {
            return new Skip("carried first by " + seen.feedId());
        }
        return new Publish(seen.version() + 1, "title or text changed since version " + seen.version());
    }
}
