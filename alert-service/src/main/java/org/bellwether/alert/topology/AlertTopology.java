package org.bellwether.alert.topology;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.bellwether.alert.indicator.Indicators;
import org.bellwether.alert.indicator.Reading;
import org.bellwether.alert.indicator.Standing;
import org.bellwether.events.Alert;
import org.bellwether.events.IndicatorState;
import org.bellwether.events.Topic;

/** Draws the way of a tagged item through the indicators. */
final class AlertTopology {
    private AlertTopology() {}

    static Topology of(Indicators indicators, TopologyReports reports) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(store(IndicatorStores.READINGS, Reading.class));
        builder.addStateStore(store(IndicatorStores.STANDINGS, Standing.class));

        KStream<byte[], Routed> routed = builder.stream(
                        Topic.NEWS_TAGGED.topicName(), Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
                .process(() -> new TaggedItemReader(indicators, reports));

        routed.filter((key, value) -> value instanceof Routed.Unreadable)
                .mapValues(value -> ((Routed.Unreadable) value).body())
                .to(Topic.NEWS_TAGGED.deadLetters(), Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));

        KStream<String, Outgoing> outgoing = routed.filter((key, value) -> value instanceof Routed.ToIndicator)
                .map((key, value) -> byIndicator(((Routed.ToIndicator) value).reading()))
                .repartition(Repartitioned.<String, Reading>as("readings")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(JsonSerde.of(Reading.class))
                        .withNumberOfPartitions(Topic.PARTITIONS)
                        .withStreamPartitioner(new IndicatorPartitions()))
                .process(
                        () -> new IndicatorProcessor(indicators, reports),
                        IndicatorStores.READINGS,
                        IndicatorStores.STANDINGS);
        send(outgoing, Topic.ALERTS, Alert.class);
        send(outgoing, Topic.INDICATORS, IndicatorState.class);
        return builder.build();
    }

    private static <T> void send(KStream<String, Outgoing> outgoing, Topic topic, Class<T> type) {
        outgoing.filter((key, value) -> value.topic() == topic)
                .mapValues(value -> type.cast(value.body()))
                .to(topic.topicName(), Produced.with(Serdes.String(), JsonSerde.of(type)));
    }

    private static KeyValue<String, Reading> byIndicator(Reading reading) {
        return KeyValue.pair(reading.indicatorId(), reading);
    }

    /** In memory, for it is small; the changelog is what survives. */
    private static <T> StoreBuilder<KeyValueStore<String, T>> store(String name, Class<T> type) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), JsonSerde.of(type))
                .withLoggingEnabled(Map.of());
    }
}
