package org.bellwether.ingest.fetch;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Response headers by name, whatever its case; repeated ones are joined by a comma and a space (RFC 9110 §5.3).
 *
 * @param values by lower-case name
 */
public record FeedHeaders(Map<String, String> values) {

    public FeedHeaders {
        Map<String, String> lowered = new TreeMap<>();
        values.forEach((name, value) ->
                lowered.merge(name.toLowerCase(Locale.ROOT), value, (first, second) -> first + ", " + second));
        values = Map.copyOf(lowered);
    }

    /** The value of this header, if there is one. */
    public Optional<String> first(String name) {
        return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)));
    }

    /** {@code Content-Type} as sent, parameters included. */
    public Optional<String> contentType() {
        return first("content-type");
    }
}
