package org.bellwether.ingest.article;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a text from the beginning or the summary of it. Pure. */
public final class Teaser {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final double SHARED = 0.7;

    private Teaser() {}

    /**
     * Whether one text is no more than a part of the other: its words, in its order, come up there. Such a pair is one text in two lengths,
     * and not a text that was changed.
     *
     * @param part the one that is not longer
     * @param whole the one that may contain it
     */
    public static boolean isOf(String part, String whole) {
        List<String> words = words(part);
        if (words.isEmpty()) {
            return true;
        }
        if (substance(part) > substance(whole)) {
            return false;
        }
        List<String> all = words(whole);
        // The last word is often cut through.
        String start = String.join(" ", words.size() == 1 ? words : words.subList(0, words.size() - 1));
        if ((" " + String.join(" ", all) + " ").contains(" " + start + " ")) {
            return true;
        }
        Set<String> wanted = pairs(words);
        long found = wanted.stream().filter(pairs(all)::contains).count();
        return !wanted.isEmpty() && found >= wanted.size() * SHARED;
    }

    /** How much a text says: its letters and digits. */
    static int substance(String text) {
        return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    private static List<String> words(String text) {
        String spaced = NO_LETTERS
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return spaced.isEmpty() ? List.of() : List.of(spaced.split(" "));
    }

    private static Set<String> pairs(List<String> words) {
        Set<String> pairs = new HashSet<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(words.get(i - 1) + " " + words.get(i));
        }
        return pairs;
    }
}
