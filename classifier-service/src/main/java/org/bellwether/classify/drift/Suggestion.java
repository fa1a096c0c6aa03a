package org.bellwether.classify.drift;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A term that an issue's rules may lack.
 *
 * @param term a word or two that stand side by side, as they are mostly written
 * @param nearMisses texts close to the issue, or missed, that have it
 * @param ofNearMisses how many of them there are
 * @param background items in general that have it
 * @param ofBackground how many were looked at
 * @param score how telling that is, see {@link LogOdds}
 * @param items some that it comes from, newest first
 */
public record Suggestion(
        String term,
        int nearMisses,
        int ofNearMisses,
        int background,
        int ofBackground,
        double score,
        List<Origin> items) {

    /**
     * A text it comes from.
     *
     * @param itemId where it is known
     * @param url where it is known
     */
    public record Origin(
            @Nullable String itemId, String title, @Nullable String url) {}
}
