package org.bellwether.alert.indicator;

import java.time.Instant;
import java.util.List;
import org.bellwether.events.AlertItem;
import org.jspecify.annotations.Nullable;

/**
 * What one item says to one indicator.
 *
 * @param at event time: the publication, but never later than the reading (UTC)
 * @param conditions which of the rule's conditions it speaks to, by position; 0 where there is one only
 * @param figure the figure that counts, in the rule's unit, if the rule is about figures
 * @param item what a reader wants to see of it
 */
public record Observation(
        Instant at, List<Integer> conditions, @Nullable Double figure, AlertItem item) {

    public Observation {
        conditions = List.copyOf(conditions);
    }

    String owner() {
        return item.publisher().owner();
    }

    String storyId() {
        return item.storyId();
    }
}
