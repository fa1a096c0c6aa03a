package org.bellwether.classify.text;

import java.util.List;

/**
 * A Korean word that the dictionary is taught.
 *
 * @param written as it stands in a text
 * @param parts the terms it comes out as, joined the word itself
 */
public record TaughtWord(String written, List<String> parts) {

    public TaughtWord {
        parts = List.copyOf(parts);
        if (!String.join("", parts).equals(written)) {
            throw new IllegalArgumentException(parts + " are not the parts of " + written);
        }
    }

    /** Comes out as one term. */
    public static TaughtWord whole(String word) {
        return new TaughtWord(word, List.of(word));
    }

    /** A line of Lucene's user dictionary. */
    String line() {
        return parts.size() == 1 ? written : written + " " + String.join(" ", parts);
    }
}
