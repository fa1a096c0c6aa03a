package org.bellwether.classify.quantity;

import java.util.List;

/** What stands between two amounts, if it makes a range of them. */
enum Link {
    /** {@code 10-20}, {@code 2만~3만}: upwards only. */
    DASH,
    /** {@code 25%→15%}, {@code 10%에서 20%}. */
    ARROW,
    /** {@code 10 to 20 percent}. */
    TO,
    /** {@code 10 to about 20 percent}: not behind a year. */
    HEDGED_TO,
    /** {@code from 28,500 troops to 24,000}. */
    FROM_TO,
    /** {@code between 5 and 10}. */
    BETWEEN,
    /** {@code five or six}. */
    OR,
    NONE;

    private static final int WIDEST = 70;
    private static final int WORDS_BEFORE = 8;
    private static final int MOST_WORDS = 10;
    private static final int ASIDE = 6;

    /** Between an amount and the next. */
    static Link between(String text, Amount first, Amount second) {
        int gap = second.start() - first.end();
        if (gap < 0 || gap > WIDEST) {
            return NONE;
        }
        String sign = text.substring(first.end(), second.start()).strip();
        if (sign.length() <= 2) {
            return signed(text, sign, first);
        }
        return switch (sign) {
            case "에서", "부터", "내지" -> ARROW;
            default -> inWords(text, first, second);
        };
    }

    /** Over a year that stands between: {@code from 32 percent in 2003 to over 65 percent}. */
    static Link overYear(String text, Amount first, Amount second) {
        int gap = second.start() - first.end();
        if (gap < 0 || gap > WIDEST || !isLedBy("from", text, first)) {
            return NONE;
        }
        List<Word> in = Word.after(text, first.end(), MOST_WORDS);
        List<Word> words = Word.before(text, second.start(), MOST_WORDS);
        int to = words.size() - 1;
        return to >= 0
                        && words.get(to).text().equals("to")
                        && !in.isEmpty()
                        && in.get(in.size() - 1).text().equals("in")
                        && EnglishHedges.areHedges(words.subList(0, to))
                ? FROM_TO
                : NONE;
    }

    private static Link signed(String text, String sign, Amount first) {
        return switch (sign) {
            case "-", "–", "—", "~", "∼", "〜", "～", "‑" -> DASH;
            case "→", "->", "⟶", "▶", "에서", "부터", "내지" -> ARROW;
            case "to" -> isLedBy("from", text, first) ? FROM_TO : TO;
            case "or" -> OR;
            default -> NONE;
        };
    }

    private static Link inWords(String text, Amount first, Amount second) {
        List<Word> words = Word.before(text, second.start(), MOST_WORDS);
        int to = -1;
        int inGap = 0;
        while (inGap < words.size() && words.get(inGap).start() >= first.end()) {
            String word = words.get(inGap).text();
            to = to < 0
                            && (word.equals("to") || word.equals("and"))
                            && !(inGap > 0 && words.get(inGap - 1).text().equals("exceed"))
                            && !isUpTo(words, inGap)
                    ? inGap
                    : to;
            inGap++;
        }
        if (to < 0
                || !hasOnlyWords(text, first.end(), words.get(inGap - 1).start())
                || !EnglishHedges.areHedges(words.subList(0, to))) {
            return NONE;
        }
        boolean direct = to == inGap - 1
                || (to == inGap - 2 && isDirection(words.get(inGap - 1).text()));
        if (words.get(to).text().equals("and")) {
            return direct && isLedBy("between", text, first) ? BETWEEN : NONE;
        }
        boolean from = isLedBy("from", text, first);
        if (from && inGap - to <= ASIDE) {
            return FROM_TO;
        }
        return !direct ? NONE : to == 0 ? TO : HEDGED_TO;
    }

    private static boolean isUpTo(List<Word> words, int to) {
        return to + 1 < words.size()
                && words.get(to).text().equals("to")
                && List.of("close", "not").contains(words.get(to + 1).text());
    }

    private static boolean isDirection(String word) {
        return word.equals("down") || word.equals("up");
    }

    /** Nothing but a space between the first amount and the first word. */
    private static boolean hasOnlyWords(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Letters.isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the word stands before the amount, with hedges between at most. */
    static boolean isLedBy(String lead, String text, Amount amount) {
        List<Word> before = Word.before(text, amount.start(), WORDS_BEFORE);
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).text().equals(lead)) {
                return EnglishHedges.areHedges(before.subList(0, i));
            }
        }
        return false;
    }
}
