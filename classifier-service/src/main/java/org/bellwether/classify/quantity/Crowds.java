package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Bare English numbers of people, told by the word before: {@code the festival draws 3,000}, {@code arrests 475}. */
final class Crowds {

    private static final BigDecimal LEAST = BigDecimal.valueOf(13);
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000);
    private static final int WORDS_BEFORE = 8;

    private static final Set<String> GATHERS = Set.of(
            "draws",
            "draw",
            "drew",
            "attracts",
            "attracted",
            "employs",
            "employed",
            "seats",
            "numbering",
            "evacuated",
            "evacuates");

    /** What befalls people: even few are told of without a noun ({@code killing three}, {@code police detained four}). */
    private static final Set<String> BEFALLS = Set.of(
            "kills",
            "killed",
            "killing",
            "injures",
            "injured",
            "injuring",
            "wounds",
            "wounding",
            "arrests",
            "arrested",
            "detains",
            "detained");

    private static final BigDecimal LEAST_BEFALLEN = BigDecimal.valueOf(2);

    private static final int WORDS_OF_TOLL = 4;

    private static final Set<String> CROWDS = Set.of("front", "crowd", "audience", "attendance", "workforce", "staff");

    private Crowds() {}

    /** Whether the figure, which has no noun behind it, is a number of people. */
    static boolean isOne(String text, Figure figure) {
        Numeral last = figure.last();
        boolean possible = last.isWhole()
                && last.value().compareTo(LEAST_BEFALLEN) >= 0
                && last.value().compareTo(MOST) <= 0;
        if (!possible) {
            return false;
        }
        List<Word> before = Word.before(text, figure.start(), WORDS_BEFORE);
        int at = EnglishHedges.length(before);
        if (at >= before.size()) {
            return false;
        }
        String lead = before.get(at).text();
        if (last.value().compareTo(LEAST) < 0) {
            return BEFALLS.contains(lead);
        }
        return isToll(before, at)
                || isVerb(lead)
                || (lead.equals("of")
                        && at + 1 < before.size()
                        && CROWDS.contains(before.get(at + 1).text()));
    }

    /** {@code death toll rises to 27}. */
    private static boolean isToll(List<Word> before, int from) {
        for (int i = from; i < Math.min(before.size() - 1, from + WORDS_OF_TOLL); i++) {
            if (before.get(i).text().equals("toll") && before.get(i + 1).text().equals("death")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVerb(String word) {
        return GATHERS.contains(word) || BEFALLS.contains(word);
    }
}
