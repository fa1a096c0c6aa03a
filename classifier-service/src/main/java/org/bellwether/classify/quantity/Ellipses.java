package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bellwether.events.Quantity.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Bare English numbers that count what the figure before them counts: {@code 22 drills, down from 51},
 * {@code 1,000 sappers, and 6,000 more later}, {@code 2.8 trillion won from 1.4 trillion}.
 */
final class Ellipses {

    private static final int REACH = 130;
    private static final int WORDS_BEFORE = 7;
    private static final int WORDS_BEHIND = 2;

    /** Fewer are seldom told of without a noun, and the numbers of hours, places and ages are small. */
    private static final BigDecimal LEAST = BigDecimal.valueOf(13);

    private static final BigDecimal LEAST_SUM = BigDecimal.valueOf(1_000_000L);

    private static final List<String> COMPARISONS =
            List.of("down from", "up from", "instead of", "compared with", "compared to", "rather than");

    private static final Set<String> VERBS = Set.of(
            "had", "have", "has", "died", "crossed", "survived", "came", "went", "fell", "assembled", "deployed", "slated",
            "returned", "left", "fled", "missing");

    private Ellipses() {}

    /** What the figure counts, if the one before leaves no doubt. */
    static Optional<Measure> measure(String text, Figure figure, @Nullable FoundQuantity previous) {
        if (previous == null || !isNear(text, previous.end(), figure.start()) || !isBare(text, figure)) {
            return Optional.empty();
        }
        Measure measure = new Measure(previous.kind(), previous.unit());
        List<Word> before = Word.before(text, figure.start(), WORDS_BEFORE);
        int hedges = EnglishHedges.length(before);
        List<Word> lead = before.subList(Math.min(hedges, before.size()), before.size());
        boolean money = previous.kind() == Kind.MONEY;
        boolean compared = isComparison(lead) || isFromEarlier(lead, previous);
        boolean fits = money ? isSum(text, figure, previous, compared) : compared;
        return fits || (isCounted(previous, figure) && (hedges > 0 || isMore(text, figure)))
                ? Optional.of(measure)
                : Optional.empty();
    }

    private static boolean isNear(String text, int from, int to) {
        if (to < from || to - from > REACH) {
            return false;
        }
        return ends(text, from, to) <= 1;
    }

    /** How many sentences end between. */
    private static int ends(String text, int from, int to) {
        int ends = 0;
        for (int i = from; i < to; i++) {
            boolean point = ".!?…".indexOf(text.charAt(i)) >= 0 && Letters.isSpace(Letters.at(text, i + 1));
            ends += point || text.charAt(i) == '\n' ? 1 : 0;
        }
        return ends;
    }

    private static boolean isBare(String text, Figure figure) {
        return figure.last().writing() != Numeral.Writing.YEAR
                && figure.valueTo().isEmpty()
                && isClosed(text, figure.last().end());
    }

    /** Nothing joined to a number that ends here, and no noun of its own behind. */
    static boolean isClosed(String text, int end) {
        char next = Letters.at(text, end);
        boolean joined = Letters.isLatin(next)
                || Letters.isDash(next)
                || next == '%'
                || Letters.isHangul(Letters.at(text, Letters.pastSpace(text, end)));
        List<Word> behind = Word.after(text, end, WORDS_BEHIND);
        int at = !behind.isEmpty() && behind.get(0).text().equals("more") ? 1 : 0;
        return !joined && (behind.size() <= at || isNoNoun(behind.get(at).text()));
    }

    private static boolean isNoNoun(String word) {
        return (Nouns.isStop(word) || VERBS.contains(word)) && !Months.isName(word) && !word.equals("percent");
    }

    /** {@code 66.3 trillion won, including 8.9 trillion for missiles}. */
    private static boolean isSum(String text, Figure figure, FoundQuantity previous, boolean compared) {
        boolean large = figure.value().compareTo(LEAST_SUM) >= 0
                && Letters.isLatin(Letters.at(text, figure.last().end() - 1));
        return large && (compared || ends(text, previous.end(), figure.start()) == 0);
    }

    private static boolean isMore(String text, Figure figure) {
        List<Word> behind = Word.after(text, figure.last().end(), 1);
        return !behind.isEmpty() && behind.get(0).text().equals("more");
    }

    private static boolean isCounted(FoundQuantity previous, Figure figure) {
        boolean counted = previous.kind() == Kind.TROOPS || previous.kind() == Kind.COUNT;
        return counted && figure.last().isWhole() && figure.value().compareTo(LEAST) >= 0;
    }

    private static boolean isComparison(List<Word> lead) {
        return lead.size() > 1
                && COMPARISONS.contains(lead.get(1).text() + " " + lead.get(0).text());
    }

    /** {@code to 2.8 trillion won from 1.4 trillion}: nothing but the word between. */
    private static boolean isFromEarlier(List<Word> lead, FoundQuantity previous) {
        return !lead.isEmpty()
                && lead.get(0).text().equals("from")
                && (lead.size() == 1 || lead.get(1).start() < previous.end());
    }
}
