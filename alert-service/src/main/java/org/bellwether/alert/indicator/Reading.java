package org.bellwether.alert.indicator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bellwether.events.NewsItem;
import org.bellwether.events.TaggedItem;
import org.jspecify.annotations.Nullable;

/**
 * One version of an item as an indicator reads it.
 *
 * @param indicatorId who reads
 * @param definition by which definition, {@code sha256:<hex>}
 * @param itemId the item
 * @param version its version
 * @param fetched when the item was read (UTC)
 * @param late it came too late to be news; counts only where it corrects a version that came in time
 * @param observation what it says; absent when this version says nothing any more
 */
public record Reading(
        String indicatorId,
        String definition,
        String itemId,
        int version,
        Instant fetched,
        boolean late,
        @Nullable Observation observation) {

    /**
     * Empty when the indicator need not hear of it. A corrected item is always told, for it may take back what an earlier
     * version said.
     */
    public static Optional<Reading> of(TaggedItem tagged, IndicatorDefinition definition) {
        NewsItem item = tagged.item();
        Optional<Observation> observation = definition.rule().observe(tagged);
        boolean late = Duration.between(item.published(), item.fetched()).compareTo(definition.lateness()) > 0;
        if (item.version() == 1 && (late || observation.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Reading(
                definition.id(),
                definition.hash(),
                item.id(),
                item.version(),
                item.fetched(),
                late,
                observation.orElse(null)));
    }

    static Instant eventTime(NewsItem item) {
        return item.published().isAfter(item.fetched()) ? item.fetched() : item.published();
    }
}
