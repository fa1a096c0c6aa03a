package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words English writes numbers with. */
final class EnglishNumbers {

    private static final int LONGEST = 9;
    private static final int ILLION = 6;

    private static final Map<String, Long> ONES_AND_TENS = onesAndTens();

    private static final Map<String, Long> SCALES = Map.of(
            "dozen", 12L,
            "hundred", 100L,
            "thousand", 1_000L,
            "million", 1_000_000L,
            "billion", 1_000_000_000L,
            "trillion", 1_000_000_000_000L);

    private static final Map<String, String> SHORT = Map.of(
            "tn", "trillion",
            "trn", "trillion",
            "tln", "trillion",
            "bn", "billion",
            "bln", "billion",
            "mn", "million",
            "mln", "million");

    private static final Map<String, String> LETTERS =
            Map.of("t", "trillion", "b", "billion", "m", "million", "k", "thousand");

    private EnglishNumbers() {}

    /** What digits are multiplied by if this word in lower case stands behind them; a single letter counts only if it touches them. */
    static Optional<BigDecimal> scaleOfDigits(String word, boolean touches) {
        String full = SHORT.getOrDefault(word, touches ? LETTERS.getOrDefault(word, word) : word);
        return Optional.ofNullable(SCALES.get(full)).map(BigDecimal::valueOf);
    }

    /** One to nineteen, and the tens. */
    static @Nullable Long oneOrTen(String word) {
        return ONES_AND_TENS.get(word);
    }

    static @Nullable Long scale(String word) {
        return SCALES.get(word);
    }

    /** Whether a number may begin with this word; quick, for it is asked of every word of a text. */
    static boolean mayBegin(String text, int start, int end) {
        int length = end - start;
        if (length == 1 || length == 2) {
            return (text.charAt(start) | 0x20) == 'a';
        }
        return length <= LONGEST
                && ("otfsenth".indexOf(text.charAt(start) | 0x20) >= 0
                        || (length > ILLION && text.regionMatches(true, start + 1, "illion", 0, ILLION)));
    }

    private static Map<String, Long> onesAndTens() {
        List<String> ones = List.of(
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen");
        List<String> tens = List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
        Map<String, Long> numbers = new HashMap<>();
        for (int i = 0; i < ones.size(); i++) {
            numbers.put(ones.get(i), i + 1L);
        }
        for (int i = 0; i < tens.size(); i++) {
            numbers.put(tens.get(i), (i + 2) * 10L);
        }
        return Map.copyOf(numbers);
    }
}
