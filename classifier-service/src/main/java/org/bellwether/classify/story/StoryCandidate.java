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

    /** The story it founds where it belongs to none that is known: deterministic, so that a repeat changes nothing. */
    String ownStory() {
        return "story-" + itemId;
    }
}
