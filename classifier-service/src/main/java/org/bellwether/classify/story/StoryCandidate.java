package org.bellwether.classify.story;

import java.time.Instant;

/**
 * An item that needs its story.
 *
 * @param itemId the same for every version of it
 * @param published when it was published (UTC)
 * @param signature over its words
 */
public record StoryCandidate(String itemId, Instant published, StorySignature signature) {

    private static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);

    /** Refuses a time that the store has no form for: milliseconds in 64 bits, some 292 million years either way. */
    public StoryCandidate {
        if (published.isBefore(EARLIEST) || published.isAfter(LATEST)) {
            throw new IllegalArgumentException("published " + published + " lies beyond what a store can hold");
        }
    }

    /** The story an item founds that belongs to none known: deterministic, so that a repeat changes nothing. */
    public static String ownStory(String itemId) {
        return "story-" + itemId;
    }
}
