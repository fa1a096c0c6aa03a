package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One amount, or two that are a range.
 *
 * @param last the number that the figure ends with
 */
record Figure(
        int start,
        int end,
        Numeral last,
        BigDecimal value,
        Optional<BigDecimal> valueTo,
        Measure measure,
        boolean approximate) {

    static Figure of(Amount amount) {
        return new Figure(
                amount.start(),
                amount.end(),
                amount.number(),
                amount.number().value(),
                Optional.empty(),
                amount.measure(),
                amount.approximate());
    }

    Figure measured(Measure other) {
        return new Figure(start, end, last, value, valueTo, other, approximate);
    }
}
