package org.bellwether.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * One transition of an indicator: topic {@code alerts}, key {@link #indicatorId()}. Carries all that a message to a
 * reader needs, so that delivery asks nobody.
 *
 * @param id deterministic: hash of indicator, definition, episode, its opening in event time, and transition
 * @param indicatorId which indicator
 * @param definition content hash of the indicator's definition, {@code sha256:<hex>}
 * @param episode counts the indicator's firings, from 1
 * @param transition what happened
 * @param severity how loud the indicator is
 * @param name the indicator's name
 * @param reason why, in words
 * @param issues issues the indicator watches
 * @param window the event-time window that was judged
 * @param observed what was seen, in {@code measure}
 * @param expected what it was held against, in {@code measure}
 * @param measure what is counted: {@code publishers}, {@code USD}, {@code people}, {@code conditions} …
 * @param items the items that carried it, newest first
 * @param at event time of the transition (UTC)
 * @param detectedAt when it was noticed (UTC)
 */
public record Alert(
        String id,
        String indicatorId,
        String definition,
        int episode,
        Transition transition,
        Severity severity,
        LocalText name,
        LocalText reason,
        List<String> issues,
        TimeWindow window,
        double observed,
        double expected,
        String measure,
        List<AlertItem> items,
        Instant at,
        Instant detectedAt) {

    public Alert {
        issues = Lists.copy(issues);
        items = Lists.copy(items);
    }

    /** What an indicator did. */
    public enum Transition {
        @JsonProperty("fired")
        FIRED,
        @JsonProperty("escalated")
        ESCALATED,
        @JsonProperty("amended")
        AMENDED,
        @JsonProperty("resolved")
        RESOLVED
    }

    /** How loud an indicator is. */
    public enum Severity {
        @JsonProperty("info")
        INFO,
        @JsonProperty("warning")
        WARNING,
        @JsonProperty("critical")
        CRITICAL
    }
}
