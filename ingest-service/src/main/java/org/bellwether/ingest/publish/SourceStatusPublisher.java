package org.bellwether.ingest.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /**
     * Takes back what was told of these feeds, by id; returns when the broker has acknowledged it.
     *
     * @return of which it would not take it
     * @throws BackendAwayException when it has not
     */
    public Set<String> withdraw(List<String> feeds, Instant at) {
        Map<String, String> refused = sender.send(
                Topic.SOURCES,
                feeds.stream()
                        .map(feed -> new Outgoing(feed, event(feed, at), null))
                        .toList());
        refused.forEach((feed, reason) -> LOG.errorf(
                "Feed %s is no longer in the catalogue, and its status cannot be taken back: %s", feed, reason));
        return refused.keySet();
    }

    private static Outgoing outgoing(SourceStatus status) {
        return new Outgoing(status.feedId(), event(status.feedId(), status.at()), status);
    }

    private static CloudEvent event(String feed, Instant at) {
        return CloudEvent.of(Topic.SOURCES, feed + "/" + at.toEpochMilli(), RecordSender.SOURCE, at);
    }
}
