package org.bellwether.classify.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** A stretch of the topic, read once from its beginning to its end. For one thread. */
public final class LogSlice implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Consumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> open;
    private final long total;

    private LogSlice(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> stops, long total) {
        this.consumer = consumer;
        this.open = new HashMap<>(stops);
        this.total = total;
    }

    static LogSlice of(
            Consumer<String, byte[]> consumer,
            Map<TopicPartition, Long> begins,
            Map<TopicPartition, Long> stops,
            long most) {
        Map<TopicPartition, Long> filled = new HashMap<>();
        long all = 0;
        for (Map.Entry<TopicPartition, Long> stop : stops.entrySet()) {
            long length = stop.getValue() - begins.getOrDefault(stop.getKey(), stop.getValue());
            if (length > 0) {
                filled.put(stop.getKey(), stop.getValue());
                all += length;
            }
        }
        double share = all <= most ? 1 : (double) most / all;
        consumer.assign(filled.keySet());
        long total = 0;
        for (Map.Entry<TopicPartition, Long> stop : filled.entrySet()) {
            long length = stop.getValue() - begins.getOrDefault(stop.getKey(), stop.getValue());
            long taken = share == 1 ? length : (long) Math.ceil(length * share);
            consumer.seek(stop.getKey(), stop.getValue() - taken);
            total += taken;
        }
        return new LogSlice(consumer, filled, total);
    }

    /** How many records there are at most; fewer where the topic has gaps. */
    public long total() {
        return total;
    }

    /**
     * The next records, each partition's in their order; none at the end.
     *
     * @throws LogAwayException when the broker does not answer
     */
    public List<ConsumerRecord<String, byte[]>> next() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!open.isEmpty()) {
                List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    Long stop = open.get(new TopicPartition(record.topic(), record.partition()));
                    if (stop != null && record.offset() < stop) {
                        records.add(record);
                    }
                }
                boolean moved = open.entrySet().removeIf(stop -> consumer.position(stop.getKey()) >= stop.getValue());
                if (moved) {
                    consumer.assign(open.keySet());
                }
                if (!records.isEmpty()) {
                    return records;
                }
                if (!moved && System.nanoTime() > deadline) {
                    throw new LogAwayException("nothing came from the broker for " + PATIENCE.toSeconds() + " s");
                }
            }
            return List.of();
        } catch (KafkaException e) {
            throw new LogAwayException(e);
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
