package org.bellwether.classify.quantity;

import java.math.BigDecimal;

/**
 * A number as it is written, with its scale ({@code 1.52 trillion}, {@code 2만8500}).
 *
 * @param scale what the last word or sign multiplies by; one if the number ends in digits. {@code 5~10억} shares it
 */
record Numeral(int start, int end, BigDecimal value, BigDecimal scale, Writing writing) {

    /** How it is written: says what it may be besides a figure, and whether its scale may be shared. */
    enum Writing {
        /** {@code 15}, {@code 2.5}. */
        PLAIN,
        /** {@code 2027}: four digits that mostly name a year. */
        YEAR,
        /** {@code 28,500}. */
        GROUPED,
        /** {@code 10 billion}, {@code 2만}: digits with a scale. */
        SCALED,
        /** {@code five}, {@code two hundred}, {@code 백억}. */
        SPELLED
    }

    boolean isScaled() {
        return scale.compareTo(BigDecimal.ONE) != 0;
    }

    /** Whether it is written in digits alone, so that the scale of the number behind it may be meant too. */
    boolean mayShareScale() {
        return !isScaled() && writing != Writing.GROUPED && value.compareTo(BigDecimal.valueOf(1000)) < 0;
    }

    boolean isWhole() {
        return value.signum() > 0 && value.stripTrailingZeros().scale() <= 0;
    }

    boolean isAtLeast(int least) {
        return value.compareTo(BigDecimal.valueOf(least)) >= 0;
    }

    boolean isAtMost(int most) {
        return value.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    Numeral scaledBy(BigDecimal factor) {
        return new Numeral(start, end, plain(value.multiply(factor)), factor, Writing.SCALED);
    }

    /** Without exponent and idle zeros. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
