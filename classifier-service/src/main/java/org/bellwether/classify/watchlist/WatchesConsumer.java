package org.bellwether.classify.watchlist;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bellwether.events.Topic;
import org.bellwether.events.Watch;
import org.bellwether.messaging.EventJson;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows {@code watches} from its beginning. It belongs to no group, since each instance needs all of them, and keeps no
 * place, since they are in memory. While the broker is away it waits, and begins anew: taking a watch up again changes
 * nothing.
 */
@Singleton
class WatchesConsumer {

    private static final Logger LOG = Logger.getLogger(WatchesConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int PAUSE_SECONDS = 2;

    private final Watchlist watchlist;
    private final Map<String, Object> config;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "watches");
        thread.setDaemon(true);
        return thread;
    });
    private String trouble = "";

    WatchesConsumer(Watchlist watchlist, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.watchlist = watchlist;
        config = new HashMap<>(kafka);
        config.keySet().retainAll(ConsumerConfig.configNames());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        config.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
        config.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
    }

    void onStart(@Observes StartupEvent event) {
        executor.execute(this::follow);
    }

    void onStop(@Observes ShutdownEvent event) {
        executor.shutdownNow();
    }

    private void follow() {
        while (!Thread.currentThread().isInterrupted()) {
            try (KafkaConsumer<String, byte[]> consumer =
                    new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
                follow(consumer);
            } catch (InterruptException e) {
                return;
            } catch (KafkaException e) {
                tell(String.valueOf(e.getMessage()));
            }
            if (!paused()) {
                return;
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        @Nullable List<PartitionInfo> infos = consumer.partitionsFor(Topic.WATCHES.topicName(), PATIENCE);
        if (infos == null || infos.isEmpty()) {
            tell("the topic is not there yet");
            return;
        }
        List<TopicPartition> partitions = infos.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        readToEnd(consumer, consumer.endOffsets(partitions, PATIENCE));
        tell("");
        while (!Thread.currentThread().isInterrupted()) {
            consumer.poll(POLL).forEach(this::take);
            watchlist.followTaxonomy();
        }
    }

    /** What is known from before and stands on the topic no longer was taken back meanwhile. */
    private void readToEnd(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        Set<String> seen = new HashSet<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                take(record);
                seen.add(record.key());
            }
        }
        watchlist.retain(seen);
        watchlist.completed();
        LOG.infof("watches: %d", watchlist.size());
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            LOG.warnf("%s-%d@%d has no key and is no watch", record.topic(), record.partition(), record.offset());
            return;
        }
        if (record.value() == null) {
            watchlist.remove(record.key());
            return;
        }
        try {
            watchlist.put(record.key(), EventJson.read(record.value(), Watch.class));
        } catch (RuntimeException | StackOverflowError e) {
            watchlist.putUnreadable(record.key(), String.valueOf(e.getMessage()));
        }
    }

    private void tell(String what) {
        if (!what.equals(trouble)) {
            LOG.infof("watches: %s", what.isEmpty() ? "followed" : "not followed: " + what);
            trouble = what;
        }
    }

    private static boolean paused() {
        try {
            TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
