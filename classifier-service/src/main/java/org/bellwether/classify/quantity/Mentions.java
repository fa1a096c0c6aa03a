package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Small numbers in words that only mention whom the text speaks of: {@code the two leaders}, {@code its three navies},
 * {@code two people with knowledge of the talks}. From four on readers take a number in words for a figure; of two and
 * three only where things or people are counted, not where they are introduced.
 */
final class Mentions {

    private static final BigDecimal MOST_INTRODUCED = BigDecimal.valueOf(3);

    private static final Set<String> WHOLES = Set.of("the", "these", "those", "all", "both", "in");

    private static final Set<String> OWN =
            Set.of("our", "their", "its", "his", "her", "my", "your", "last", "first", "other", "same");

    private static final Set<String> SOURCES = Set.of(
            "people",
            "persons",
            "officials",
            "sources",
            "diplomats",
            "aides",
            "officers",
            "executives",
            "insiders",
            "analysts",
            "experts",
            "participants",
            "attendees",
            "ministers",
            "envoys",
            "lawmakers",
            "advisers",
            "advisors",
            "generals",
            "europeans");

    private static final Set<String> TELLING =
            Set.of("said", "say", "says", "told", "familiar", "who", "briefed", "present", "insisted", "with", "close");

    /** Who is introduced rather than counted. */
    private static final Set<String> INTRODUCED = Set.of(
            "envoys",
            "men",
            "colleagues",
            "speakers",
            "neighbours",
            "neighbors",
            "participants",
            "officials",
            "leaders",
            "ministers",
            "hands",
            "presidents",
            "friends",
            "judges",
            "diplomats",
            "scholars",
            "guards",
            "nations",
            "countries",
            "groups",
            "governments");

    private Mentions() {}

    /** Whether the number, with these words before it (nearest first), tells of the noun without counting it. */
    static boolean isOne(String text, Numeral number, Word noun, List<Word> before) {
        String previous = before.isEmpty() ? "" : before.get(0).text();
        String farther = before.size() < 2 ? "" : before.get(1).text();
        boolean share = previous.equals("of") && farther.equals("out");
        boolean few = number.value().compareTo(MOST_INTRODUCED) <= 0;
        if (share || WHOLES.contains(previous) || previous.endsWith("'s")) {
            return true;
        }
        if (few && (OWN.contains(previous) || INTRODUCED.contains(noun.text()))) {
            return true;
        }
        return SOURCES.contains(noun.text())
                && ((previous.equals("to") && farther.equals("according")) || isTelling(text, noun.end()));
    }

    private static boolean isTelling(String text, int end) {
        List<Word> behind = Word.after(text, end, 1);
        return !behind.isEmpty() && TELLING.contains(behind.get(0).text());
    }
}
