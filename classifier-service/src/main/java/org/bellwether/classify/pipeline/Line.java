package org.bellwether.classify.pipeline;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.bellwether.classify.Classifier;
import org.bellwether.classify.pipeline.Tagging.Read;
import org.bellwether.classify.review.MongoNearMisses;
import org.bellwether.classify.story.StoriesAwayException;
import org.bellwether.events.NewsItem;
import org.bellwether.events.TaggedItem;
import org.bellwether.messaging.EventJson;

/**
 * A batch's whole way from records of {@code news.items} to {@code news.tagged}, for what just came and for what is tagged
 * anew. Done again, in whole or in part, it does no harm: consumers upsert.
 */
@ApplicationScoped
public class Line {

    /** What becomes of a record that cannot be read, classified or written whatever one tries. */
    @FunctionalInterface
    public interface SettingAside {
        /** Completes when it is done. */
        Uni<Void> setAside(ConsumerRecord<String, byte[]> record, Throwable cause);
    }

    private final Tagging tagging;
    private final MongoNearMisses nearMisses;
    private final TaggedItemPublisher publisher;

    Line(Tagging tagging, MongoNearMisses nearMisses, TaggedItemPublisher publisher) {
        this.tagging = tagging;
        this.nearMisses = nearMisses;
        this.publisher = publisher;
    }

    /**
     * Classifies the batch on the calling thread; completes with the items that the broker has when it has them all, and
     * fails while broker or store are away.
     */
    public Uni<List<TaggedItem>> process(Iterable<ConsumerRecord<String, byte[]>> batch, SettingAside bad) {
        return Uni.createFrom().deferred(() -> attempt(batch, bad));
    }

    private Uni<List<TaggedItem>> attempt(Iterable<ConsumerRecord<String, byte[]>> batch, SettingAside bad) {
        Classifier classifier = tagging.classifier();
        Attempt attempt = new Attempt(bad);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        List<Read> items = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            try {
                items.add(tagging.read(classifier, EventJson.read(record.value(), NewsItem.class)));
                records.add(record);
            } catch (RuntimeException | StackOverflowError e) {
                attempt.writes.add(bad.setAside(record, e));
            }
        }
        attempt.tag(records, items);
        nearMisses.keep(attempt.tagged, classifier.taxonomy());
        return attempt.writes.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join().all(attempt.writes).andCollectFailures().map(done -> List.copyOf(attempt.written));
    }

    /** One try at a batch. */
    private final class Attempt {
        private final SettingAside bad;
        private final List<Uni<Void>> writes = new ArrayList<>();
        private final List<TaggedItem> tagged = new ArrayList<>();
        private final List<TaggedItem> written = Collections.synchronizedList(new ArrayList<>());

        private Attempt(SettingAside bad) {
            this.bad = bad;
        }

        private void tag(List<ConsumerRecord<String, byte[]>> records, List<Read> items) {
            try {
                List<TaggedItem> found = tagging.tag(items);
                for (int i = 0; i < found.size(); i++) {
                    writes.add(write(records.get(i), found.get(i)));
                }
                tagged.addAll(found);
            } catch (StoriesAwayException e) {
                throw e;
            } catch (RuntimeException e) {
                if (items.size() == 1) {
                    writes.add(bad.setAside(records.get(0), e));
                    return;
                }
                // One of them is at fault; each alone tells which.
                for (int i = 0; i < items.size(); i++) {
                    tag(records.subList(i, i + 1), items.subList(i, i + 1));
                }
            }
        }

        private Uni<Void> write(ConsumerRecord<String, byte[]> record, TaggedItem item) {
            return Uni.createFrom()
                    .deferred(() -> publisher.publish(item))
                    .invoke(() -> written.add(item))
                    .onFailure(Line::isForGood)
                    .recoverWithUni(e -> bad.setAside(record, e));
        }
    }

    private static boolean isForGood(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof SerializationException
                || failure instanceof UncheckedIOException;
    }
}
