package org.bellwether.classify.review;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Where something stands in a newest-first order, to page on from.
 *
 * @param at its time (UTC)
 * @param id breaks ties; empty for before everything of that time
 */
public record Position(Instant at, String id) {

    /** A position as {@link #toString()} writes it, or an instant alone; empty when it is neither. */
    public static Optional<Position> parse(String text) {
        int comma = text.indexOf(',');
        try {
            return Optional.of(
                    comma < 0
                            ? new Position(Instant.parse(text), "")
                            : new Position(Instant.parse(text.substring(0, comma)), text.substring(comma + 1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code 2026-11-20T12:00:00Z,<id>}. */
    @Override
    public String toString() {
        return at + "," + id;
    }
}
