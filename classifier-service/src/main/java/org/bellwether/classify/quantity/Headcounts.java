package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Bare English numbers that count soldiers, though no noun behind them says so: {@code from 28,500 to 22,000}. */
final class Headcounts {

    private static final BigDecimal LEAST = BigDecimal.valueOf(100);
    private static final BigDecimal MOST = BigDecimal.valueOf(3_000_000);

    private static final int WORDS_BEFORE = 8;

    private static final Set<String> LEADING = Set.of(
            "the",
            "to",
            "from",
            "of",
            "at",
            "below",
            "above",
            "than",
            "under",
            "by",
            "between",
            "near",
            "number",
            "numbers",
            "numbered",
            "numbering",
            "total",
            "totals",
            "totaled",
            "totaling",
            "reach",
            "is",
            "was",
            "and",
            "over",
            "towards",
            "toward",
            "about",
            "beyond");

    private static final Set<String> HAVING = Set.of("had", "have", "got", "keep", "station", "lost");
    private static final Set<String> CROWDS = Set.of("front", "crowd", "attendance");
    private static final Set<String> HOSTS =
            Set.of("korea", "germany", "japan", "europe", "okinawa", "poland", "kuwait", "italy", "kursk");

    private static final Set<String> UNITS = Set.of(
            "brigade",
            "regiment",
            "battalion",
            "force",
            "forces",
            "contingent",
            "garrison",
            "unit",
            "army",
            "detachment",
            "division",
            "military",
            "deployment");

    private static final Set<String> LEVELS = Set.of(
            "floor",
            "level",
            "cap",
            "ceiling",
            "headcount",
            "mark",
            "figure",
            "threshold",
            "limit",
            "minimum",
            "strong");

    private static final Set<String> NO_HEADCOUNT =
            Set.of("fewer", "more", "less", "won", "yen", "dollars", "times", "per", "of", "points");

    private static final Set<String> OF_THOSE_COUNTED =
            Set.of("remain", "remained", "stay", "are", "were", "have", "had", "based", "stationed", "deployed");

    private Headcounts() {}

    /** Whether the figure, which has no measure of its own, is a number of soldiers. */
    static boolean isOfSoldiers(String text, Figure figure) {
        Numeral last = figure.last();
        List<Word> behind = Word.after(text, last.end(), 1);
        String next = behind.isEmpty() ? "" : behind.get(0).text();
        if (!isPossible(last) || NO_HEADCOUNT.contains(next) || Nouns.isMeasure(next) || isJoined(text, last.end())) {
            return false;
        }
        List<Word> before = Word.before(text, figure.start(), WORDS_BEFORE);
        if (isOfUnit(before) && last.writing() != Numeral.Writing.YEAR) {
            return true;
        }
        boolean closed = next.isEmpty()
                || next.equals("isn't")
                || LEVELS.contains(next)
                || OF_THOSE_COUNTED.contains(next)
                || Nouns.isStop(next);
        if (!hasThousands(last)) {
            return false;
        }
        return (isKnownLevel(text, figure) && !isNoun(behind))
                || (closed && isLevel(figure) && !isCrowd(before) && !Crowds.isOne(text, figure))
                || (closed && isCounted(text, figure, before, next))
                || isStationed(text, last.end(), before);
    }

    private static boolean isNoun(List<Word> behind) {
        return !behind.isEmpty()
                && Nouns.isCountable(behind.get(0))
                && !Nouns.isStop(behind.get(0).text());
    }

    /** {@code we had 45,000 in Korea}, {@code we've got 36,000 there}: said of nothing but soldiers. */
    private static boolean isStationed(String text, int end, List<Word> before) {
        int have = EnglishHedges.length(before);
        if (have >= before.size() || !HAVING.contains(before.get(have).text())) {
            return false;
        }
        List<Word> behind = Word.after(text, end, 3);
        String next = behind.isEmpty() ? "" : behind.get(0).text();
        String place = behind.size() < 2 ? "" : behind.get(1).text();
        boolean southKorea = place.equals("south")
                && behind.size() > 2
                && behind.get(2).text().equals("korea");
        return next.equals("there")
                || (next.equals("over") && place.equals("there"))
                || (next.equals("in") && (HOSTS.contains(place) || southKorea));
    }

    /** {@code 28,500 Americans}: whoever is counted by the known level is a soldier, where the alliance is spoken of. */
    static boolean isKnownLevel(String text, Figure figure) {
        return isLevel(figure) && Military.isOfTheAlliance(text, figure.start(), figure.end());
    }

    /** {@code in front of 28,500}. */
    private static boolean isCrowd(List<Word> before) {
        int at = EnglishHedges.length(before);
        return before.size() > at + 1
                && before.get(at).text().equals("of")
                && CROWDS.contains(before.get(at + 1).text());
    }

    private static boolean isLevel(Figure figure) {
        return figure.last().value().compareTo(Military.LEVEL_OF_USFK) == 0
                || (figure.valueTo().isPresent() && figure.value().compareTo(Military.LEVEL_OF_USFK) == 0);
    }

    private static boolean isCounted(String text, Figure figure, List<Word> before, String next) {
        if (OF_THOSE_COUNTED.contains(next) && Military.isNear(text, figure.start(), figure.end())) {
            return true;
        }
        boolean listed = next.equals("in") && Letters.at(text, Letters.beforeSpace(text, figure.start()) - 1) == ',';
        boolean led = EnglishHedges.length(before) > 0
                || (!before.isEmpty() && LEADING.contains(before.get(0).text()));
        return (LEVELS.contains(next) || led || listed) && Military.isCountedBefore(text, figure.start());
    }

    /** {@code a brigade of some 4,500}. */
    private static boolean isOfUnit(List<Word> before) {
        int of = EnglishHedges.length(before);
        return of + 1 < before.size()
                && before.get(of).text().equals("of")
                && UNITS.contains(before.get(of + 1).text());
    }

    private static boolean isPossible(Numeral number) {
        return number.isWhole()
                && number.value().compareTo(LEAST) >= 0
                && number.value().compareTo(MOST) <= 0;
    }

    private static boolean hasThousands(Numeral number) {
        return number.writing() == Numeral.Writing.GROUPED || number.isScaled();
    }

    /** {@code 24,000-hour}, {@code 24,000%}, {@code 24,000명}. */
    private static boolean isJoined(String text, int end) {
        char next = Letters.at(text, end);
        return Letters.isLatin(next)
                || Letters.isHangul(Letters.at(text, Letters.pastSpace(text, end)))
                || next == '%'
                || (next == '-' && Letters.isLatin(Letters.at(text, end + 1)));
    }
}
