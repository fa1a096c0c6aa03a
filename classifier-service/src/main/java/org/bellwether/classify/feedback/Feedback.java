package org.bellwether.classify.feedback;

import java.time.Instant;
import org.bellwether.classify.review.Position;
import org.bellwether.events.Act;
import org.jspecify.annotations.Nullable;

/**
 * One person's verdict on one issue of one text.
 *
 * @param textHash of title and text, see {@link org.bellwether.classify.review.TextHash}
 * @param by who says so
 * @param act what kind of signal it is, if they say so
 * @param note in their words, if they have any
 * @param itemId the item it was read in, if it was one
 * @param language BCP 47, as detected
 * @param taxonomy that was in force
 * @param at when it was said (UTC)
 */
public record Feedback(
        String textHash,
        String issue,
        String by,
        Verdict verdict,
        @Nullable Act act,
        @Nullable String note,
        @Nullable String itemId,
        String title,
        String text,
        String language,
        String taxonomy,
        Instant at) {

    /** One person has one verdict on an issue of a text. */
    public String id() {
        return textHash + "/" + issue + "/" + by;
    }

    /** Where it stands in the newest-first order. */
    public Position position() {
        return new Position(at, id());
    }
}
