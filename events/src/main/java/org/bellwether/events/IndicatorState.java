package org.bellwether.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an indicator stands after its latest evaluation: {@link Topic#INDICATORS}, key {@link #indicatorId()}.
 *
 * @param indicatorId which indicator
 * @param definition content hash of its definition, {@code sha256:<hex>}
 * @param status firing or watching
 * @param episode number of the current or last firing; 0 before the first
 * @param since when the status began (UTC)
 * @param window the event-time window last judged
 * @param observed what was seen in it
 * @param expected what it is held against
 * @param measure what is counted
 * @param reason why it does or does not fire, in words
 * @param items the items in the window that count, newest first, at most 20
 * @param lastAlertId the latest transition's alert, if there was one
 * @param evaluatedAt when (UTC)
 */
public record IndicatorState(
        String indicatorId,
        String definition,
        Status status,
        int episode,
        Instant since,
        TimeWindow window,
        double observed,
        double expected,
        String measure,
        LocalText reason,
        List<AlertItem> items,
        @Nullable String lastAlertId,
        Instant evaluatedAt) {

    public IndicatorState {
        items = Lists.copy(items);
    }

    /** Whether the indicator's condition holds. */
    public enum Status {
        @JsonProperty("watching")
        WATCHING,
        @JsonProperty("firing")
        FIRING
    }
}
