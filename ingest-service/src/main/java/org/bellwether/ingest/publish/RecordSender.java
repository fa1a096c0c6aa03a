package org.bellwether.ingest.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.bellwether.events.Topic;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.messaging.CloudEvent;
import org.bellwether.messaging.EventJson;

/**
 * Sends a batch of records and waits for all of them at once. It stops at the first that the producer does not even
 * take, because with the broker away each of the others would wait for its metadata in turn.
 */
final class RecordSender {

    static final String SOURCE = "/ingest-service";

    private final Producer<String, byte[]> producer;

    RecordSender(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** One record to send. */
    record Outgoing(String key, CloudEvent event, Object body) {}

    /**
     * Returns when the broker has them all.
     *
     * @throws BackendAwayException when it does not; some may have arrived
     */
    void send(Topic topic, List<Outgoing> batch) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(batch.size());
        try {
            for (Outgoing outgoing : batch) {
                Future<RecordMetadata> future = producer.send(new ProducerRecord<>(
                        topic.topicName(),
                        null,
                        outgoing.key(),
                        EventJson.write(outgoing.body()),
                        outgoing.event().headers()));
                if (future.isDone()) {
                    future.get();
                }
                sent.add(future);
            }
            for (Future<RecordMetadata> future : sent) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw BackendAwayException.broker(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
            throw BackendAwayException.broker(e);
        } catch (KafkaException e) {
            throw BackendAwayException.broker(e);
        }
    }
}
