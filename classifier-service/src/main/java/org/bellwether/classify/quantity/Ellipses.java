package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bellwether.events.Quantity.Kind;

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
            "had",
            "have",
            "has",
            "died",
            "crossed",
            "survived",
            "came",
            "went",
            "fell",
            "assembled",
            "deployed",
            "slated",
            "returned",
            "left",
            "fled",
            "missing");

    private Ellipses() {}

    /** What the figure counts, if those before it leave no doubt. */
    static Optional<Measure> measure(String text, Figure figure, List<FoundQuantity> found) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        FoundQuantity previous = found.get(found.size() - 1);
        List<Word> before = Word.before(text, figure.start(), WORDS_BEFORE);
        int hedges = Math.min(EnglishHedges.length(before), before.size());
        List<Word> lead = before.subList(hedges, before.size());
        boolean compared = isComparison(lead) || isFromEarlier(lead, previous);
        if (isLargeSum(text, figure)) {
            return sum(text, figure, found, compared);
        }
        boolean near = isNear(text, previous.end(), figure.start()) && previous.kind() != Kind.MONEY;
        boolean told = compared || (isCounted(previous, figure) && (hedges > 0 || isMore(text, figure)));
        return near && told ? Optional.of(new Measure(previous.kind(), previous.unit())) : Optional.empty();
    }

    /** {@code 66.3 trillion won, up 8.2 percent, including 8.9 trillion for missiles}. */
    private static Optional<Measure> sum(String text, Figure figure, List<FoundQuantity> found, boolean compared) {
        return IntStream.iterate(found.size() - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(found::get)
                .filter(earlier -> earlier.kind() == Kind.MONEY)
                .findFirst()
                .filter(earlier -> isNear(text, earlier.end(), figure.start()))
                .filter(earlier -> compared || ends(text, earlier.end(), figure.start()) == 0)
                .map(earlier -> Measure.money(earlier.unit()));
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

    /** Whether no noun behind it can tell what the figure counts; not of years, dates and ranges. */
    static boolean isBare(String text, Figure figure) {
        return figure.last().writing() != Numeral.Writing.YEAR
                && figure.valueTo().isEmpty()
                && isClosed(text, Suffixes.end(text, figure.last().end()));
    }

    /** Nothing joined to a number that ends here, and no noun of its own behind. */
    private static boolean isClosed(String text, int end) {
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

    private static boolean isLargeSum(String text, Figure figure) {
        return figure.value().compareTo(LEAST_SUM) >= 0
                && figure.last().isScaled()
                && Letters.isLatin(Letters.at(text, figure.last().end() - 1));
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
