package org.bellwether.ingest.publish;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.bellwether.events.NewsItem;
import org.bellwether.events.Topic;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.publish.RecordSender.Outgoing;
import org.bellwether.messaging.CloudEvent;

/** Publishes items on {@code news.items}, keyed by item id; the event id names item and version, so a repeat shows. */
public final class NewsItemPublisher {

    private final RecordSender sender;

    public NewsItemPublisher(Producer<String, byte[]> producer) {
        this.sender = new RecordSender(producer);
    }

    /**
     * Returns when the broker has acknowledged every item that it can ever take.
     *
     * @return why it cannot take the others, by item id
     * @throws BackendAwayException when it has not; publish the whole batch again then
     */
    public Map<String, String> publish(List<NewsItem> items) {
        return sender.send(
                Topic.NEWS_ITEMS,
                items.stream().map(NewsItemPublisher::outgoing).toList());
    }

    private static Outgoing outgoing(NewsItem item) {
        String eventId = item.id() + "/" + item.version();
        String source = RecordSender.SOURCE + "/feeds/" + item.feedId();
        return new Outgoing(item.id(), CloudEvent.of(Topic.NEWS_ITEMS, eventId, source, item.fetched()), item);
    }
}
