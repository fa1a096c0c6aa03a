package org.bellwether.alert.indicator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bellwether.events.DateProvenance;
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
 * @param observation what it says; absent when it says nothing, or nothing any more
 * @param taggedAt when it was classified (UTC); absent in what an earlier release stored
 */
public record Reading(
        String indicatorId,
        String definition,
        String itemId,
        int version,
        Instant fetched,
        boolean late,
        @Nullable Observation observation,
        @Nullable Instant taggedAt) {

    /**
     * An item that is classified so long after it was read is most likely classified anew, under another taxonomy. Longer
     * than any feed's items wait on a line that keeps up.
     */
    private static final Duration CLASSIFIED_ANEW = Duration.ofMinutes(10);

    /**
     * Empty when the indicator need not hear of it. A corrected item is always told, for it may take back what an earlier
     * version said, and so is one that is classified anew. A first version that is classified at once has nothing to take
     * back; as most news says nothing to most indicators, telling it too would multiply every item by their number.
     */
    public static Optional<Reading> of(TaggedItem tagged, IndicatorDefinition definition) {
        NewsItem item = tagged.item();
        Optional<Observation> observation = definition.rule().observe(tagged);
        boolean late = isLate(item, definition.lateness());
        if (item.version() == 1 && (late || (observation.isEmpty() && !classifiedAnew(tagged)))) {
            return Optional.empty();
        }
        return Optional.of(new Reading(
                definition.id(),
                definition.hash(),
                item.id(),
                item.version(),
                item.fetched(),
                late,
                observation.orElse(null),
                tagged.taggedAt()));
    }

    /** Whether an earlier reading of the item is the one that counts: of a later version, or of the same classified later. */
    boolean isOutdatedBy(Reading known) {
        if (known.version() != version) {
            return known.version() > version;
        }
        return taggedAt != null && known.taggedAt() != null && taggedAt.isBefore(known.taggedAt());
    }

    /** Whether it says what another does, whenever the item was classified. */
    boolean saysTheSameAs(@Nullable Reading known) {
        return known != null && at(known.taggedAt()).equals(known);
    }

    private Reading at(@Nullable Instant when) {
        return new Reading(indicatorId, definition, itemId, version, fetched, late, observation, when);
    }

    /** A first version that says nothing: it matters only to one who knows the item. */
    boolean tellsNothing() {
        return version == 1 && observation == null;
    }

    /** So is what may be of any age: a feed that is read for the first time would raise alarms over its past. */
    private static boolean isLate(NewsItem item, Duration lateness) {
        return item.publishedProvenance() == DateProvenance.BACKLOG
                || Duration.between(item.published(), item.fetched()).compareTo(lateness) > 0;
    }

    private static boolean classifiedAnew(TaggedItem tagged) {
        Duration waited = Duration.between(tagged.item().fetched(), tagged.taggedAt());
        return waited.compareTo(CLASSIFIED_ANEW) > 0;
    }

    static Instant eventTime(NewsItem item) {
        return item.published().isAfter(item.fetched()) ? item.fetched() : item.published();
    }
}
