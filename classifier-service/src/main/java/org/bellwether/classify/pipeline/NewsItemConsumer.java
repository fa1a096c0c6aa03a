package org.bellwether.classify.pipeline;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.bellwether.events.NewsItem;
import org.bellwether.events.TaggedItem;
import org.bellwether.messaging.EventJson;
import org.bellwether.messaging.MalformedEventException;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Reads {@code news.items} a batch at a time. A batch is acknowledged when every item of it is written; while broker or
 * store are away it is tried again, for as long as it takes. Writing some of it twice is harmless: consumers upsert.
 */
@ApplicationScoped
class NewsItemConsumer {

    private static final Logger LOG = Logger.getLogger(NewsItemConsumer.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Tagging tagging;
    private final TaggedItemPublisher publisher;
    private final DeadLetterPublisher deadLetters;

    NewsItemConsumer(Tagging tagging, TaggedItemPublisher publisher, DeadLetterPublisher deadLetters) {
        this.tagging = tagging;
        this.publisher = publisher;
        this.deadLetters = deadLetters;
    }

    @Incoming("items")
    @Blocking
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return Uni.createFrom()
                .deferred(() -> process(batch))
                .onFailure()
                .invoke(e -> LOG.warnf("%d items wait: %s", batch.count(), e.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }

    private Uni<Void> process(ConsumerRecords<String, byte[]> batch) {
        List<NewsItem> items = new ArrayList<>();
        List<Uni<Void>> writes = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            try {
                items.add(EventJson.read(record.value(), NewsItem.class));
            } catch (MalformedEventException e) {
                writes.add(deadLetters.publish(record, e));
            }
        }
        List<TaggedItem> tagged = tagging.tag(items);
        for (TaggedItem item : tagged) {
            writes.add(publisher.publish(item));
        }
        return writes.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join()
                        .all(writes)
                        .andCollectFailures()
                        .invoke(() -> tagging.count(tagged))
                        .replaceWithVoid();
    }
}
