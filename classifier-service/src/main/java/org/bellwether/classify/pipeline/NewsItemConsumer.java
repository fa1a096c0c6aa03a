package org.bellwether.classify.pipeline;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.bellwether.classify.Classifier;
import org.bellwether.classify.pipeline.Tagging.Read;
import org.bellwether.classify.story.StoriesAwayException;
import org.bellwether.events.NewsItem;
import org.bellwether.events.TaggedItem;
import org.bellwether.messaging.EventJson;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Reads {@code news.items} a batch at a time. A batch is acknowledged when every item of it is written; while broker or
 * store are away it is tried again, for as long as it takes. Writing some of it twice is harmless: consumers upsert.
 * An item that cannot be read, classified or written whatever one tries is set aside, and the others go on.
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
        Classifier classifier = tagging.classifier();
        List<Uni<Void>> writes = new ArrayList<>();
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        List<Read> items = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            try {
                items.add(tagging.read(classifier, EventJson.read(record.value(), NewsItem.class)));
                records.add(record);
            } catch (RuntimeException | StackOverflowError e) {
                writes.add(deadLetters.publish(record, e));
            }
        }
        List<TaggedItem> tagged = tag(records, items, writes);
        return writes.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join()
                        .all(writes)
                        .andCollectFailures()
                        .invoke(() -> tagging.count(tagged))
                        .replaceWithVoid();
    }

    /** Adds to {@code writes} what is to be written; returns the items among it. */
    private List<TaggedItem> tag(
            List<ConsumerRecord<String, byte[]>> records, List<Read> items, List<Uni<Void>> writes) {
        try {
            List<TaggedItem> tagged = tagging.tag(items);
            for (int i = 0; i < tagged.size(); i++) {
                writes.add(written(records.get(i), tagged.get(i)));
            }
            return tagged;
        } catch (StoriesAwayException e) {
            throw e;
        } catch (RuntimeException e) {
            if (items.size() == 1) {
                writes.add(deadLetters.publish(records.get(0), e));
                return List.of();
            }
            // One of them is at fault; each alone tells which.
            List<TaggedItem> tagged = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                tagged.addAll(tag(records.subList(i, i + 1), items.subList(i, i + 1), writes));
            }
            return tagged;
        }
    }

    private Uni<Void> written(ConsumerRecord<String, byte[]> record, TaggedItem item) {
        return Uni.createFrom()
                .deferred(() -> publisher.publish(item))
                .onFailure(NewsItemConsumer::isForGood)
                .recoverWithUni(e -> deadLetters.publish(record, e));
    }

    private static boolean isForGood(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof SerializationException
                || failure instanceof UncheckedIOException;
    }
}
