package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import org.bellwether.events.Quantity;
import org.jspecify.annotations.Nullable;

/** A figure as it stands in a text, before anyone knows what it is about. */
record FoundQuantity(
        int start,
        int end,
        Quantity.Kind kind,
        BigDecimal value,
        @Nullable BigDecimal valueTo,
        String unit,
        @Nullable String per,
        Quantity.Qualifier qualifier) {

    FoundQuantity ofKind(Quantity.Kind other) {
        return new FoundQuantity(start, end, other, value, valueTo, unit, per, qualifier);
    }

    FoundQuantity in(String currency) {
        return new FoundQuantity(start, end, kind, value, valueTo, currency, per, qualifier);
    }
}
