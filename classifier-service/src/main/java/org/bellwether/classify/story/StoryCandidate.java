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

    /** Refuses a time that the store has no form for: milliseconds in 64 bits, some 292 million years either way. */
    public StoryCandidate {
        try {
            published.toEpochMilli();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("published " + published + " lies beyond what a store can hold", e);
        }
    }

    /** The story it founds where it belongs to none that is known: deterministic, so that a repeat changes nothing. */
    String ownStory() {
        return "story-" + itemId;
    }
}
