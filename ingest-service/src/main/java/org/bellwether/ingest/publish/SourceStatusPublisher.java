package org.bellwether.ingest.publish;

import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.bellwether.events.SourceStatus;
import org.bellwether.events.Topic;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.publish.RecordSender.Outgoing;
import org.bellwether.messaging.CloudEvent;

/** Publishes how feeds do on the compacted topic {@code sources}, keyed by feed id. */
public final class SourceStatusPublisher {

    private final RecordSender sender;

    public SourceStatusPublisher(Producer<String, byte[]> producer) {
        this.sender = new RecordSender(producer);
    }

    /**
     * Returns when the broker has acknowledged every status.
     *
     * @throws BackendAwayException when it has not
     */
    public void publish(List<SourceStatus> statuses) {
        sender.send(
                Topic.SOURCES,
                statuses.stream().map(SourceStatusPublisher::outgoing).toList());
    }

    private static Outgoing outgoing(SourceStatus status) {
        String eventId = status.feedId() + "/" + status.at().toEpochMilli();
        return new Outgoing(
                status.feedId(), CloudEvent.of(Topic.SOURCES, eventId, RecordSender.SOURCE, status.at()), status);
    }
}
