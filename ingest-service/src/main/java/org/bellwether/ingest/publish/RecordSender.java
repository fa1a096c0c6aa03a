package org.bellwether.ingest.publish;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.bellwether.events.Topic;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.BrokerRefusedException;
import org.bellwether.messaging.CloudEvent;
import org.bellwether.messaging.EventJson;
import org.jspecify.annotations.Nullable;

/**
 * Sends a batch of records and waits for all of them at once. It stops at the first that the producer does not even
 * take because the broker is away, for each of the others would wait for its metadata in turn; a record that is at
 * fault itself, too large for one, does not stop the others.
 */
final class RecordSender {

    static final String SOURCE = "/ingest-service";

    private final Producer<String, byte[]> producer;

    RecordSender(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * One record to send.
     *
     * @param body none takes back what a compacted topic has under the key
     */
    record Outgoing(String key, CloudEvent event, @Nullable Object body) {}

    /**
     * Returns when the broker has all that it can ever take; what it cannot is told by key, with the reason.
     *
     * @throws BackendAwayException when the broker does not answer or not now; some may have arrived
     * @throws BrokerRefusedException when it refuses whatever it is sent, as where this service may not write
     */
    Map<String, String> send(Topic topic, List<Outgoing> batch) {
        Map<String, String> refused = new LinkedHashMap<>();
        List<Future<RecordMetadata>> sent = new ArrayList<>(batch.size());
        try {
            for (Outgoing outgoing : batch) {
                Future<RecordMetadata> future = send(topic, outgoing);
                sent.add(future);
                if (future.isDone()) {
                    settle(outgoing, future, refused);
                }
            }
            for (int i = 0; i < sent.size(); i++) {
                settle(batch.get(i), sent.get(i), refused);
            }
            return refused;
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
            throw BackendAwayException.broker(e);
        } catch (RetriableException e) {
            throw BackendAwayException.broker(e);
        } catch (KafkaException e) {
            throw new BrokerRefusedException(e);
        }
    }

    private Future<RecordMetadata> send(Topic topic, Outgoing outgoing) {
        try {
            return producer.send(new ProducerRecord<>(
                    topic.topicName(),
                    null,
                    outgoing.key(),
                    outgoing.body() == null ? null : EventJson.write(outgoing.body()),
                    outgoing.event().headers()));
        } catch (SerializationException | UncheckedIOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static void settle(Outgoing outgoing, Future<RecordMetadata> future, Map<String, String> refused)
            throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException e) {
            @Nullable Throwable cause = e.getCause();
            if (cause != null && isTheRecords(cause)) {
                refused.put(outgoing.key(), String.valueOf(cause.getMessage()));
            } else if (cause instanceof KafkaException failure) {
                throw failure;
            } else {
                throw new KafkaException("the broker refused a record", e);
            }
        }
    }

    /** Whether the fault is that record's own, and will be for ever. */
    private static boolean isTheRecords(Throwable cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof SerializationException
                || cause instanceof InvalidRecordException
                || cause instanceof UncheckedIOException;
    }
}
