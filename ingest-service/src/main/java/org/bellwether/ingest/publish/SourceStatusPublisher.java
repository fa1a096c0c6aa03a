package org.bellwether.ingest.publish;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.bellwether.events.SourceStatus;
import org.bellwether.events.Topic;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.publish.RecordSender.Outgoing;
import org.bellwether.messaging.CloudEvent;
import org.jboss.logging.Logger;

/** Publishes how feeds do on the compacted topic {@code sources}, keyed by feed id. */
public final class SourceStatusPublisher {

    private static final Logger LOG = Logger.getLogger(SourceStatusPublisher.class);

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
        Map<String, String> refused = sender.send(
                Topic.SOURCES,
                statuses.stream().map(SourceStatusPublisher::outgoing).toList());
        refused.forEach((feed, reason) -> LOG.errorf("The status of feed %s cannot be published: %s", feed, reason));
    }

    private static Outgoing outgoing(SourceStatus status) {
        String eventId = status.feedId() + "/" + status.at().toEpochMilli();
        return new Outgoing(
                status.feedId(), CloudEvent.of(Topic.SOURCES, eventId, RecordSender.SOURCE, status.at()), status);
    }
}
