package org.bellwether.alert.topology;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.bellwether.alert.indicator.Reading;
import org.bellwether.events.Topic;

/** Which task an indicator lives in: a task must know its own before the first reading comes. */
final class IndicatorPartitions implements StreamPartitioner<String, Reading> {

    static int of(String indicatorId) {
        return Math.floorMod(indicatorId.hashCode(), Topic.PARTITIONS);
    }

    @Override
    public Optional<Set<Integer>> partitions(String topic, String indicatorId, Reading reading, int partitions) {
        return Optional.of(Set.of(of(indicatorId)));
    }
}
