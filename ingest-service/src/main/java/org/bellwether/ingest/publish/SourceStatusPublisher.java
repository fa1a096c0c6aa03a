package org.bellwether.ingest.publish;

import java.time.Instant;
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
        send(statuses.stream().map(SourceStatusPublisher::outgoing).toList());
    }

    /**
     * Takes back what was told of these feeds, by id; returns when the broker has acknowledged it.
     *
     * @throws BackendAwayException when it has not
     */
    public void withdraw(List<String> feeds, Instant at) {
        send(feeds.stream()
                .map(feed -> new Outgoing(feed, event(feed, at), null))
                .toList());
    }

    private void send(List<Outgoing> batch) {
        Map<String, String> refused = sender.send(Topic.SOURCES, batch);
        refused.forEach((feed, reason) -> LOG.errorf("The status of feed %s cannot be published: %s", feed, reason));
    }

    private static Outgoing outgoing(SourceStatus status) {
        return new Outgoing(status.feedId(), event(status.feedId(), status.at()), status);
    }

    private static CloudEvent event(String feed, Instant at) {
        return CloudEvent.of(Topic.SOURCES, feed + "/" + at.toEpochMilli(), RecordSender.SOURCE, at);
    }
}
