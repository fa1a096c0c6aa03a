package org.bellwether.alert.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.bellwether.alert.indicator.Reading;
import org.bellwether.alert.indicator.Standing;

/** A task's readings and standings; kept in memory, restored from the changelog. */
final class IndicatorStores {

    static final String READINGS = "indicator-readings";
    static final String STANDINGS = "indicator-standings";

    /** No indicator id contains it. */
    private static final String SEPARATOR = "/";

    private final KeyValueStore<String, Reading> readings;
    private final KeyValueStore<String, Standing> standings;

    IndicatorStores(ProcessorContext<?, ?> context) {
        this.readings = context.getStateStore(READINGS);
        this.standings = context.getStateStore(STANDINGS);
    }

    Optional<Standing> standing(String indicatorId) {
        return Optional.ofNullable(standings.get(indicatorId));
    }

    void put(String indicatorId, Standing standing) {
        standings.put(indicatorId, standing);
    }

    /** Ids of all indicators that have a standing. */
    List<String> indicatorIds() {
        List<String> ids = new ArrayList<>();
        try (KeyValueIterator<String, Standing> all = standings.all()) {
            all.forEachRemaining(entry -> ids.add(entry.key));
        }
        return ids;
    }

    List<Reading> readings(String indicatorId) {
        List<Reading> found = new ArrayList<>();
        String prefix = indicatorId + SEPARATOR;
        try (KeyValueIterator<String, Reading> all = readings.prefixScan(prefix, new StringSerializer())) {
            all.forEachRemaining((KeyValue<String, Reading> entry) -> found.add(entry.value));
        }
        return found;
    }

    void put(Reading reading) {
        readings.put(key(reading.indicatorId(), reading.itemId()), reading);
    }

    void forget(String indicatorId, List<String> itemIds) {
        itemIds.forEach(itemId -> readings.delete(key(indicatorId, itemId)));
    }

    /** As if the indicator had never been. */
    void drop(String indicatorId) {
        forget(indicatorId, readings(indicatorId).stream().map(Reading::itemId).toList());
        standings.delete(indicatorId);
    }

    private static String key(String indicatorId, String itemId) {
        return indicatorId + SEPARATOR + itemId;
    }
}
