package org.bellwether.classify.quantity;

import java.util.Optional;

/**
 * A number with its measure: a figure, or one end of a range.
 *
 * @param start of the sign before the number, or of the number
 */
record Amount(Numeral number, int start, int end, Measure measure, boolean approximate) {

    /** What is written around the number says what it counts; {@link Measure#NONE} if nothing does. */
    static Amount read(String text, Numeral number) {
        Optional<Mark> sign = Currencies.before(text, number.start());
        Optional<Mark> word = Currencies.after(text, number);
        if (sign.isPresent()) {
            int end = word.map(Mark::end).orElse(number.end());
            return new Amount(number, sign.get().start(), end, sign.get().measure(), isOdd(text, number));
        }
        return word.or(() -> Percents.after(text, number))
                .or(() -> KoreanCounters.after(text, number))
                .or(() -> CountedNouns.after(text, number))
                .or(() -> KoreanBare.read(text, number))
                .map(mark -> new Amount(number, mark.start(), mark.end(), mark.measure(), mark.approximate()))
                .orElseGet(() -> new Amount(number, number.start(), number.end(), Measure.NONE, false));
    }

    /** How the measure behind the number is written. */
    String unit(String text) {
        return text.substring(number.end(), Math.max(number.end(), end)).strip();
    }

    private static boolean isOdd(String text, Numeral number) {
        return Letters.at(text, number.end()) == '여' && number.isScaled();
    }
}
