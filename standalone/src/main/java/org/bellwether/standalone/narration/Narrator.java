package org.bellwether.standalone.narration;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bellwether.events.Alert;
import org.bellwether.events.TaggedItem;
import org.bellwether.events.Topic;
import org.bellwether.messaging.EventJson;
import org.bellwether.messaging.MalformedEventException;

/** Reads what the services publish and says it, items a few seconds' worth at a time, transitions one by one. */
public final class Narrator implements AutoCloseable {

    private static final Duration STRETCH = Duration.ofSeconds(2);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Consumer<String> say;
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Starts telling.
     *
     * @param bootstrapServers of the broker
     * @param fromTheBeginning whether what happened before is told too
     * @param say takes each line
     */
    public static Narrator start(String bootstrapServers, boolean fromTheBeginning, Consumer<String> say) {
        return new Narrator(bootstrapServers, fromTheBeginning, say);
    }

    private Narrator(String bootstrapServers, boolean fromTheBeginning, Consumer<String> say) {
        this.say = say;
        Map<String, Object> config = new HashMap<>();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, "standalone-narrator");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, fromTheBeginning ? "earliest" : "latest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.thread = new Thread(this::tell, "narrator");
        thread.setDaemon(true);
        thread.start();
    }

    private void tell() {
        try (consumer) {
            consumer.subscribe(List.of(Topic.NEWS_TAGGED.topicName(), Topic.ALERTS.topicName()));
            while (!closed) {
                tellStretch();
            }
        } catch (WakeupException e) {
            // Closed from outside, as meant.
        } catch (KafkaException e) {
            say.accept("no more is told from here: " + e.getMessage());
        }
    }

    private void tellStretch() {
        TagCount tagged = new TagCount();
        long end = System.nanoTime() + STRETCH.toNanos();
        for (long left = STRETCH.toNanos(); left > 0; left = end - System.nanoTime()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofNanos(left));
            records.forEach(record -> take(record, tagged));
        }
        if (!tagged.isEmpty()) {
            say.accept(tagged.line());
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, TagCount tagged) {
        try {
            if (record.topic().equals(Topic.ALERTS.topicName())) {
                say.accept(line(EventJson.read(record.value(), Alert.class)));
            } else {
                tagged.add(EventJson.read(record.value(), TaggedItem.class));
            }
        } catch (MalformedEventException e) {
            say.accept("a record on " + record.topic() + " cannot be read: " + e.getMessage());
        }
    }

    static String line(Alert alert) {
        return "indicator %s: %s (%s). %s"
                .formatted(
                        alert.transition().name().toLowerCase(Locale.ROOT),
                        alert.name().en(),
                        alert.severity().name().toLowerCase(Locale.ROOT),
                        alert.reason().en());
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
