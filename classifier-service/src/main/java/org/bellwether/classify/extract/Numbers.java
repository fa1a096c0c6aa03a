package org.bellwether.classify.extract;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/** Reads written numbers: {@code 28,500}, {@code 1.52 trillion}, {@code 2만8천500}, {@code 1조 5200억}. */
final class Numbers {

    /** Digits with or without thousands commas, possibly a fraction; bounded, so that no text makes matching slow. */
    static final String DIGITS = "(?<![\\d.,])(?:\\d{1,3}(?:,\\d{3}){1,6}+(?!\\d)|\\d{1,18}+)(?:\\.\\d{1,6}+)?";

    /** Digits with Korean units between and after them; bounded, or a long row of them would exhaust the stack. */
    static final String KOREAN =
            DIGITS + "(?:\\s?[조억만천백십]{1,3}+\\s?(?:\\d{1,3}(?:,\\d{3}){1,3}+|\\d{1,6}+)(?:\\.\\d{1,4}+)?){0,6}+"
                    + "(?:\\s?[조억만천백십]{1,3}+)?";

    private static final Map<String, BigDecimal> SCALES = Map.ofEntries(
            Map.entry("trillion", BigDecimal.valueOf(1_000_000_000_000L)),
            Map.entry("tn", BigDecimal.valueOf(1_000_000_000_000L)),
            Map.entry("t", BigDecimal.valueOf(1_000_000_000_000L)),
            Map.entry("billion", BigDecimal.valueOf(1_000_000_000L)),
            Map.entry("bn", BigDecimal.valueOf(1_000_000_000L)),
            Map.entry("b", BigDecimal.valueOf(1_000_000_000L)),
            Map.entry("million", BigDecimal.valueOf(1_000_000L)),
            Map.entry("mn", BigDecimal.valueOf(1_000_000L)),
            Map.entry("m", BigDecimal.valueOf(1_000_000L)),
            Map.entry("thousand", BigDecimal.valueOf(1_000L)),
            Map.entry("k", BigDecimal.valueOf(1_000L)));

    private static final Map<Character, BigDecimal> LARGE_UNITS = Map.of(
            '만', BigDecimal.valueOf(10_000L),
            '억', BigDecimal.valueOf(100_000_000L),
            '조', BigDecimal.valueOf(1_000_000_000_000L));
    private static final Map<Character, BigDecimal> SMALL_UNITS =
            Map.of('십', BigDecimal.TEN, '백', BigDecimal.valueOf(100), '천', BigDecimal.valueOf(1000));

    private Numbers() {}

    /** Digits times an English scale word; an empty scale is one. */
    static BigDecimal english(String digits, String scale) {
        BigDecimal value = new BigDecimal(digits.replace(",", ""));
        String word = scale.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return plain(word.isEmpty() ? value : value.multiply(SCALES.getOrDefault(word, BigDecimal.ONE)));
    }

    /** Large units (만, 억, 조) close what stands before them, small ones (십, 백, 천) multiply the last digits. */
    static BigDecimal korean(String written) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal section = BigDecimal.ZERO;
        BigDecimal digits = BigDecimal.ZERO;
        int i = 0;
        while (i < written.length()) {
            char c = written.charAt(i);
            int end = i + 1;
            if (Character.isDigit(c)) {
                while (end < written.length()
                        && (Character.isDigit(written.charAt(end)) || ",.".indexOf(written.charAt(end)) >= 0)) {
                    end++;
                }
                digits = new BigDecimal(written.substring(i, end).replace(",", ""));
            } else if (SMALL_UNITS.containsKey(c)) {
                section = section.add(orOne(digits).multiply(SMALL_UNITS.get(c)));
                digits = BigDecimal.ZERO;
            } else if (LARGE_UNITS.containsKey(c)) {
                total = total.add(orOne(section.add(digits)).multiply(LARGE_UNITS.get(c)));
                section = BigDecimal.ZERO;
                digits = BigDecimal.ZERO;
            }
            i = end;
        }
        return plain(total.add(section).add(digits));
    }

    /** The Korean units at the end of a number; {@code 5~10억} means the first in 억 too. */
    static String trailingUnits(String written) {
        int from = written.length();
        while (from > 0 && "조억만천백십 ".indexOf(written.charAt(from - 1)) >= 0) {
            from--;
        }
        return written.substring(from);
    }

    private static BigDecimal orOne(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ONE : value;
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
