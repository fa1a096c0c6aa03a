package org.bellwether.classify.quantity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Over what time a figure is told: {@code a year}, {@code monthly}. */
final class Periods {

    private static final String YEAR = "year";
    private static final String MONTH = "month";

    private static final int WORDS_AFTER = 7;
    private static final int WORDS_BEFORE = 12;
    private static final int WORDS_BETWEEN = 3;
    private static final int WORDS_BEHIND_EACH = 6;
    private static final int LONGEST_ASIDE = 40;

    private static final Set<String> EACH = Set.of("a", "per", "each", "every", "any");

    private static final Set<String> EACH_BEFORE = Set.of("each", "every", "any");

    private static final Set<String> PASSED = Set.of("fiscal", "single", "calendar", "one");

    /** {@code a year and a half}, {@code a year ago}: a time, not a rate. */
    private static final Set<String> NO_RATE_BEHIND = Set.of("ago", "earlier", "later", "before", "old", "after");

    /** {@code a year from now}, {@code a year and a half}; but {@code $5 billion a year from Seoul}. */
    private static final Set<String> NO_RATE_FARTHER = Set.of("now", "today", "a", "half");

    private static final Set<String> NO_RATE_BEFORE = Set.of(
            "after", "for", "within", "over", "half", "than", "of", "once", "about", "nearly", "from", "almost", "last",
            "next", "this");

    /** A rate is told of what stands between the figure and these. */
    private static final Set<String> CLAUSE = Set.of(
            "and", "but", "or", "while", "after", "before", "when", "as", "that", "which", "who", "said", "says", "by",
            "until", "since", "from", "will", "would", "is", "was", "if", "because");

    private static final Set<String> COSTS = Set.of(
            "cost",
            "costs",
            "bill",
            "payment",
            "payments",
            "contribution",
            "contributions",
            "sum",
            "fee",
            "fees",
            "outlay",
            "outlays",
            "spending",
            "amount",
            "share",
            "price",
            "limit",
            "cap",
            "ceiling",
            "budget",
            "payout",
            "installment",
            "installments",
            "instalment",
            "instalments",
            "tranches",
            "output",
            "production",
            "quota",
            "rent",
            "charge",
            "expense",
            "expenses",
            "upkeep",
            "investment",
            "surplus",
            "deficit",
            "trade",
            "tab",
            "pledge",
            "salary",
            "wage",
            "pay",
            "subsidy",
            "capacity",
            "exports",
            "imports",
            "revenue",
            "sales",
            "increase",
            "rise",
            "growth",
            "average",
            "demand",
            "aid");

    private Periods() {}

    /** {@code year}, {@code month}, or nothing. */
    static Optional<String> of(String text, int start, int end, Measure measure) {
        Optional<String> stated = after(text, end);
        if (stated.isEmpty()) {
            List<Word> words = Word.before(text, start, WORDS_BEFORE);
            stated = before(words).or(() -> beforeComma(text, start, words));
        }
        return stated.or(() -> KoreanPeriods.before(text, start, measure))
                .or(() -> YearlySums.isOne(text, start, end, measure) ? Optional.of(YEAR) : Optional.empty());
    }

    private static Optional<String> after(String text, int end) {
        int at = pastAside(text, end);
        if (text.startsWith("/year", at) || text.startsWith("/yr", at) || text.startsWith("/년", at)) {
            return Optional.of(YEAR);
        }
        if (text.startsWith("/month", at) || text.startsWith("/월", at)) {
            return Optional.of(MONTH);
        }
        boolean comma = Letters.at(text, at) == ',';
        List<Word> words = Word.after(text, comma ? at + 1 : at, WORDS_AFTER);
        for (int i = 0; i < (comma ? Math.min(1, words.size()) : words.size()); i++) {
            String word = words.get(i).text();
            if (word.equals("annually") || (i <= WORDS_BETWEEN && word.equals("yearly"))) {
                return Optional.of(YEAR);
            }
            if (i <= WORDS_BETWEEN && word.equals("monthly")) {
                return Optional.of(MONTH);
            }
            if (word.equals("annum") && i > 0 && words.get(i - 1).text().equals("per")) {
                return Optional.of(YEAR);
            }
            if (EACH.contains(word)) {
                return rate(words, i);
            }
            if (CLAUSE.contains(word)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> rate(List<Word> words, int each) {
        String before = each == 0 ? "" : words.get(each - 1).text();
        int at = each + 1;
        while (at < words.size() && PASSED.contains(words.get(at).text())) {
            at++;
        }
        String unit = at < words.size() ? words.get(at).text() : "";
        String behind = at + 1 < words.size() ? words.get(at + 1).text() : "";
        boolean in = before.equals("in") && words.get(each).text().equals("a");
        if (in || NO_RATE_BEFORE.contains(before) || NO_RATE_BEHIND.contains(behind)) {
            return Optional.empty();
        }
        boolean span = (behind.equals("from") || behind.equals("and"))
                && at + 2 < words.size()
                && NO_RATE_FARTHER.contains(words.get(at + 2).text());
        return !span && (unit.equals(YEAR) || unit.equals(MONTH)) ? Optional.of(unit) : Optional.empty();
    }

    private static int pastAside(String text, int end) {
        int at = Letters.at(text, end) == ')' ? end + 1 : Letters.pastSpace(text, end);
        if (Letters.at(text, at) != '(') {
            return Letters.at(text, end) == ')' ? at : end;
        }
        int close =
                text.substring(at, Math.min(text.length(), at + LONGEST_ASIDE)).indexOf(')');
        return close < 0 ? end : at + close + 1;
    }

    /** Near the figure whatever stands between; farther off only of what is paid or made by the year. */
    private static Optional<String> before(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            boolean monthly = word.equals("monthly");
            if (word.equals("annual") || word.equals("annually") || word.equals("yearly") || monthly) {
                return i == 0 || EnglishHedges.areHedges(words.subList(0, i)) || isOfCost(words, i)
                        ? Optional.of(monthly ? MONTH : YEAR)
                        : Optional.empty();
            }
            if (i > 0 && i <= WORDS_BEHIND_EACH && EACH_BEFORE.contains(word)) {
                return each(words, i);
            }
        }
        return Optional.empty();
    }

    /** {@code in any one calendar year}, words nearest first. */
    private static Optional<String> each(List<Word> words, int each) {
        int at = each - 1;
        while (at > 0 && PASSED.contains(words.get(at).text())) {
            at--;
        }
        String unit = words.get(at).text();
        return unit.equals(YEAR) || unit.equals(MONTH) ? Optional.of(unit) : Optional.empty();
    }

    /** {@code its annual contribution, up to $20 billion}. */
    private static Optional<String> beforeComma(String text, int start, List<Word> words) {
        int from = words.isEmpty() ? start : words.get(words.size() - 1).start();
        int comma = Letters.beforeSpace(text, from) - 1;
        boolean aside = !words.isEmpty() && EnglishHedges.areHedges(words) && Letters.at(text, comma) == ',';
        return aside ? before(Word.before(text, comma, WORDS_BETWEEN)) : Optional.empty();
    }

    private static boolean isOfCost(List<Word> words, int annual) {
        for (int i = annual - 1; i >= Math.max(0, annual - WORDS_BETWEEN); i--) {
            if (COSTS.contains(words.get(i).text())) {
                return true;
            }
        }
        return false;
    }
}
