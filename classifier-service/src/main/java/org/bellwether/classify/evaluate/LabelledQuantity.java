package org.bellwether.classify.evaluate;

import java.math.BigDecimal;
import java.util.Objects;
import org.bellwether.events.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A figure as a person read it; the members mean what those of {@link Quantity} do.
 *
 * @param text the figure with its unit, without its hedges
 */
public record LabelledQuantity(
        String text,
        Quantity.Kind kind,
        BigDecimal value,
        @Nullable BigDecimal valueTo,
        String unit,
        @Nullable String per,
        Quantity.Qualifier qualifier,
        @Nullable String about) {

    /** Whether the same figure was read: what is counted, how many, and to where a range goes. */
    boolean isSameFigure(Quantity found) {
        return kind == found.kind()
                && unit.equals(found.unit())
                && isSame(value, found.value())
                && isSame(valueTo, found.valueTo());
    }

    /** Whether it was read exactly: the same figure as exact and as often as the text says. */
    boolean isExactly(Quantity found) {
        return isSameFigure(found) && qualifier == found.qualifier() && Objects.equals(per, found.per());
    }

    /** Equal as numbers, whatever their scale; absent only as absent. */
    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }
}
