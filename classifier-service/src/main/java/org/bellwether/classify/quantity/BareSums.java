package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Billions named without their currency, as people speak: {@code they should pay ten billion a year}. */
final class BareSums {

    private static final BigDecimal LEAST = BigDecimal.valueOf(500_000_000L);
    private static final int BEFORE = 140;
    private static final int BEHIND = 60;

    /** Characters; the currency of a longer sentence may be named out of reach, which bounds the time of reading. */
    private static final int SENTENCE = 300;

    private static final Set<String> OF_MONEY = Set.of(
            "pay",
            "pays",
            "paying",
            "paid",
            "payment",
            "payments",
            "dollar",
            "dollars",
            "money",
            "cost",
            "costs",
            "bill",
            "invest",
            "investment",
            "charge",
            "charging",
            "peanuts",
            "asking",
            "collect",
            "spend",
            "spending",
            "fund");

    private BareSums() {}

    /**
     * Where money is spoken of and nothing else is counted: the currency named right behind ({@code 10 trillion, in won}),
     * dollars if the sentence names no other, and nothing if it does.
     */
    static Optional<Measure> measure(String text, Figure figure) {
        Numeral last = figure.last();
        boolean sum = last.isScaled() && last.value().compareTo(LEAST) >= 0 && !isJoined(text, last.end());
        return sum && isClosed(text, last.end()) && isOfMoney(text, figure)
                ? currency(text, figure).map(Measure::money)
                : Optional.empty();
    }

    private static Optional<String> currency(String text, Figure figure) {
        int end = figure.last().end();
        List<Word> behind = Word.after(text, Letters.at(text, end) == ',' ? end + 1 : end, 2);
        if (behind.size() == 2 && behind.get(0).text().equals("in")) {
            Optional<String> named = Currencies.ofWord(behind.get(1).text());
            if (named.isPresent()) {
                return named;
            }
        }
        String sentence = Sentences.around(text, figure.start(), figure.end(), SENTENCE, SENTENCE);
        return Currencies.isForeignNamed(sentence) ? Optional.empty() : Optional.of("USD");
    }

    private static boolean isJoined(String text, int end) {
        return Letters.isLatin(Letters.at(text, end))
                || Letters.isDash(Letters.at(text, end))
                || Letters.isHangul(Letters.at(text, Letters.pastSpace(text, end)))
                || !Letters.isLatin(Letters.at(text, end - 1));
    }

    private static boolean isClosed(String text, int end) {
        List<Word> behind = Word.after(text, end, 1);
        return behind.isEmpty() || Nouns.isStop(behind.get(0).text());
    }

    private static boolean isOfMoney(String text, Figure figure) {
        int from = figure.start() - BEFORE;
        int to = Math.min(text.length(), figure.end() + BEHIND);
        return text.substring(Math.max(0, from), to).indexOf('$') >= 0 || Word.hasAny(text, from, to, OF_MONEY);
    }
}
