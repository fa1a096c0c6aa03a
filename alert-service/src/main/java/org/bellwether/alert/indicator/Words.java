package org.bellwether.alert.indicator;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;

/** Numbers and lengths of time as both languages write them. */
final class Words {
    private Words() {}

    static String english(Duration length) {
        return inDays(length) ? length.toDays() + " days" : length.toHours() + " hours";
    }

    static String korean(Duration length) {
        return inDays(length) ? length.toDays() + "일" : length.toHours() + "시간";
    }

    static String publishers(int count) {
        return count == 1 ? "1 independent publisher" : count + " independent publishers";
    }

    /** {@code 5,000,000,000 USD}: the same in both. */
    static String amount(double value, String unit) {
        NumberFormat plain = NumberFormat.getNumberInstance(Locale.ROOT);
        plain.setMaximumFractionDigits(2);
        return plain.format(BigDecimal.valueOf(value)) + " " + unit;
    }

    private static boolean inDays(Duration length) {
        return length.compareTo(Duration.ofDays(2)) > 0 && length.toHoursPart() == 0;
    }
}
