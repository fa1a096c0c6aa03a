package org.bellwether.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A sum, rate or count stated in an item.
 *
 * @param text the span itself, for example {@code 2만8500명}
 * @param kind what is counted
 * @param value in {@code unit}, plain (28500, not 2.85 만)
 * @param valueTo upper end where the text gives a range
 * @param unit {@code people}, an ISO 4217 currency, {@code percent} or {@code count}
 * @param per {@code year}, {@code month} … where the text states a rate
 * @param qualifier how exact the text says it is
 * @param about issue the figure belongs to, where the text shows it
 * @param field where it stands
 * @param start first UTF-16 offset in that field
 * @param end offset after the last
 */
public record Quantity(
        String text,
        Kind kind,
        BigDecimal value,
        @Nullable BigDecimal valueTo,
        String unit,
        @Nullable String per,
        Qualifier qualifier,
        @Nullable String about,
        TextField field,
        int start,
        int end) {

    /** What is counted. */
    public enum Kind {
        @JsonProperty("troops")
        TROOPS,
        @JsonProperty("money")
        MONEY,
        @JsonProperty("percent")
        PERCENT,
        @JsonEnumDefaultValue
        @JsonProperty("count")
        COUNT
    }

    /** How exact the text says the figure is. */
    public enum Qualifier {
        @JsonEnumDefaultValue
        @JsonProperty("exactly")
        EXACTLY,
        @JsonProperty("at-least")
        AT_LEAST,
        @JsonProperty("up-to")
        UP_TO,
        @JsonProperty("about")
        ABOUT,
        @JsonProperty("range")
        RANGE
    }
}
