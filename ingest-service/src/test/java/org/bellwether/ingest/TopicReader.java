package org.bellwether.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bellwether.events.NewsItem;
import org.bellwether.events.SourceStatus;
import org.bellwether.events.Topic;
import org.bellwether.messaging.EventJson;
import org.bellwether.testkit.EmbeddedStack;

/** Everything that stands in a topic now. */
final class TopicReader {
    private TopicReader() {}

    static List<NewsItem> items(String feed) {
        return records(Topic.NEWS_ITEMS).stream()
                .map(found -> EventJson.read(found.value(), NewsItem.class))
                .filter(item -> item.feedId().equals(feed))
                .toList();
    }

    static List<SourceStatus> statuses(String feed) {
        return records(Topic.SOURCES).stream()
                .filter(found -> found.key().equals(feed) && found.value() != null)
                .map(found -> EventJson.read(found.value(), SourceStatus.class))
                .toList();
    }

    /** What stands last of a feed on the topic; empty when that is taken back, or was never told. */
    static Optional<SourceStatus> told(String feed) {
        return records(Topic.SOURCES).stream()
                .filter(found -> found.key().equals(feed))
                .reduce((first, second) -> second)
                .map(ConsumerRecord::value)
                .map(value -> EventJson.read(value, SourceStatus.class));
    }

    static String header(ConsumerRecord<String, byte[]> found, String name) {
        return new String(found.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    static List<ConsumerRecord<String, byte[]>> records(Topic topic) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", EmbeddedStack.broker().bootstrapServers());
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }
}
