package org.bellwether.classify.log;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bellwether.events.Topic;
import org.jspecify.annotations.Nullable;

/** Opens stretches of {@code news.items}. */
@Singleton
public final class ItemLog {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int BATCH = 100;
    private static final int MOST_BYTES_AT_ONCE = 4 << 20;

    private final Map<String, Object> config;

    ItemLog(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        config = new HashMap<>(kafka);
        config.keySet().retainAll(ConsumerConfig.configNames());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
        config.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES_AT_ONCE);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    }

    /**
     * What was put on the topic in a stretch of time.
     *
     * @param from inclusive (UTC), by the records' own times
     * @param to exclusive; as far as the topic goes when empty
     * @throws LogAwayException when the broker does not answer
     */
    public LogSlice between(Instant from, Optional<Instant> to) {
        return open(from, to, Long.MAX_VALUE);
    }

    /**
     * The newest of what was put on the topic since a time: of each partition the same share, as items are spread evenly.
     *
     * @param from inclusive (UTC), by the records' own times
     * @param most records, or as many more as there are partitions
     * @throws LogAwayException when the broker does not answer
     */
    public LogSlice newest(Instant from, long most) {
        return open(from, Optional.empty(), most);
    }

    private LogSlice open(Instant from, Optional<Instant> to, long most) {
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            @Nullable List<PartitionInfo> infos = consumer.partitionsFor(Topic.NEWS_ITEMS.topicName(), PATIENCE);
            List<TopicPartition> partitions = infos == null
                    ? List.of()
                    : infos.stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            Map<TopicPartition, Long> begins = at(from, partitions, ends, consumer);
            Map<TopicPartition, Long> stops = to.isPresent() ? at(to.get(), partitions, ends, consumer) : ends;
            return LogSlice.of(consumer, begins, stops, most);
        } catch (KafkaException e) {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
            throw new LogAwayException(e);
        }
    }

    /** Offsets of the first records at or after a time; the end where there is none. */
    private static Map<TopicPartition, Long> at(
            Instant time,
            List<TopicPartition> partitions,
            Map<TopicPartition, Long> ends,
            KafkaConsumer<String, byte[]> consumer) {
        Map<TopicPartition, Long> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, Math.max(0, time.toEpochMilli())));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(asked, PATIENCE);
        Map<TopicPartition, Long> offsets = new HashMap<>(ends);
        found.forEach((partition, offset) -> {
            if (offset != null) {
                offsets.put(partition, offset.offset());
            }
        });
        return offsets;
    }
}
