package org.bellwether.alert.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bellwether.web.text.Language;

/**
 * Figures as each language writes them: {@code US$10.08 billion} and {@code 100억 8000만 달러}, {@code 22,000 people} and
 * {@code 2만2000명}. Large ones are rounded to what a reader takes in.
 */
public final class Amounts {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final List<String> LARGE = List.of("", " million", " billion", " trillion");

    private static final BigDecimal MYRIAD = BigDecimal.valueOf(10_000);
    private static final List<String> MYRIADS = List.of("", "만", "억", "조", "경");
    /** Groups of four digits that are said; what is smaller is rounded away. */
    private static final int GROUPS_SAID = 2;

    private Amounts() {}

    /**
     * A figure with its unit.
     *
     * @param value not below zero
     * @param unit {@code people}, {@code percent}, {@code count}, or a currency (ISO 4217); any other is shown as it is
     */
    public static String of(double value, String unit, Language language) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return language == Language.KO ? korean(exact, unit) : english(exact, unit);
    }

    private static String english(BigDecimal value, String unit) {
        String number = inEnglish(value);
        return switch (unit) {
            case "USD" -> "US$" + number;
            case "KRW" -> "₩" + number;
            case "percent" -> number + "%";
            case "count" -> number;
            default -> number + " " + unit;
        };
    }

    private static String korean(BigDecimal value, String unit) {
        String number = inKorean(value);
        String gap = Character.isDigit(number.charAt(number.length() - 1)) ? "" : " ";
        return switch (unit) {
            case "USD" -> number + gap + "달러";
            case "KRW" -> number + gap + "원";
            case "people" -> number + gap + "명";
            case "percent" -> number + "%";
            case "count" -> number;
            default -> number + " " + unit;
        };
    }

    private static String inEnglish(BigDecimal value) {
        int power = 0;
        BigDecimal left = value;
        if (value.compareTo(MILLION) >= 0) {
            while (left.compareTo(BigDecimal.valueOf(1000)) >= 0 && power < LARGE.size()) {
                left = left.movePointLeft(3);
                power++;
            }
        }
        return decimal(left) + (power == 0 ? "" : LARGE.get(power - 1));
    }

    /** Digits in groups of four, as Korean counts; no comma inside a group. */
    private static String inKorean(BigDecimal value) {
        if (value.compareTo(MYRIAD) < 0) {
            return decimal(value).replace(",", "");
        }
        int top = 0;
        for (BigDecimal left = value; left.compareTo(MYRIAD) >= 0 && top < MYRIADS.size() - 1; top++) {
            left = left.movePointLeft(4);
        }
        int smallest = Math.max(0, top - GROUPS_SAID + 1);
        BigDecimal left = value.movePointLeft(4 * smallest).setScale(0, RoundingMode.HALF_UP);
        List<String> groups = new ArrayList<>();
        for (int power = smallest; left.signum() > 0; power++) {
            BigDecimal[] parts =
                    power < top ? left.divideAndRemainder(MYRIAD) : new BigDecimal[] {BigDecimal.ZERO, left};
            if (parts[1].signum() > 0) {
                groups.add(0, parts[1].toBigInteger() + MYRIADS.get(power));
            }
            left = parts[0];
        }
        // 2만8500명 is written together, 100억 8000만 달러 apart.
        return String.join(top == 1 ? "" : " ", groups);
    }

    private static String decimal(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ROOT);
        format.setMaximumFractionDigits(2);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
