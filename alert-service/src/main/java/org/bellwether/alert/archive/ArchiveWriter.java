package org.bellwether.alert.archive;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bellwether.events.Topic;
import org.bellwether.messaging.EventJson;
import org.bellwether.messaging.MalformedEventException;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Writes the records of one topic into one collection, a batch at a time; a batch written twice changes nothing. */
final class ArchiveWriter<T> {

    private static final int DUPLICATE_KEY = 11000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    /**
     * How a record is stored.
     *
     * @param <T> the record
     */
    interface Form<T> {
        Upsert upsert(T record);
    }

    /**
     * Which of two records of one id is the newer.
     *
     * @param version the higher goes before all
     * @param at of one version the later (UTC)
     */
    record Rank(int version, Instant at) implements Comparable<Rank> {

        /** Of records that come in order. */
        static final Rank NONE = new Rank(0, Instant.EPOCH);

        private static final Comparator<Rank> ORDER =
                Comparator.comparingInt(Rank::version).thenComparing(Rank::at);

        @Override
        public int compareTo(Rank other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * One document to write.
     *
     * @param id {@code _id}
     * @param rank of two in a batch the one with the higher, or else the later to come, is written
     * @param model how
     */
    record Upsert(String id, Rank rank, WriteModel<Document> model) {}

    /**
     * What came of a batch.
     *
     * @param stored records that are in the store now
     * @param rejected those that cannot be read or cannot be stored, with the reason
     */
    record Outcome<T>(List<T> stored, List<Rejected> rejected) {}

    /** A record that cannot be read, or not be brought into the store's form. */
    record Rejected(ConsumerRecord<String, byte[]> record, RuntimeException cause) {}

    private final Topic topic;
    private final Class<T> type;
    private final MongoCollection<Document> collection;
    private final Form<T> form;

    ArchiveWriter(Topic topic, Class<T> type, MongoCollection<Document> collection, Form<T> form) {
        this.topic = topic;
        this.type = type;
        this.collection = collection;
        this.form = form;
    }

    /**
     * Writes what can be read and stored.
     *
     * @throws com.mongodb.MongoException when the store cannot take it now; nothing is lost by trying again
     */
    Outcome<T> write(Iterable<ConsumerRecord<String, byte[]>> records) {
        List<T> read = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        Map<String, Upsert> upserts = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (isTombstone(record)) {
                Bson which = Filters.eq(Documents.ID, record.key());
                upserts.put(record.key(), new Upsert(record.key(), Rank.NONE, new DeleteOneModel<>(which)));
                continue;
            }
            try {
                T value = EventJson.read(record.value(), type);
                Upsert upsert = form.upsert(value);
                upserts.merge(upsert.id(), upsert, (a, b) -> b.rank().compareTo(a.rank()) >= 0 ? b : a);
                read.add(value);
            } catch (MalformedEventException | UnstorableException e) {
                rejected.add(new Rejected(record, e));
            } catch (RuntimeException e) {
                // Nothing in here asks the store, so trying again would not help; and the words of the failure are for
                // us,
                // not for whoever reads the dead letter.
                String failure = e.getClass().getSimpleName();
                rejected.add(
                        new Rejected(record, new UnstorableException("it has no form there (" + failure + ")", e)));
            }
        }
        write(upserts.values().stream().map(Upsert::model).toList());
        return new Outcome<>(read, rejected);
    }

    private boolean isTombstone(ConsumerRecord<String, byte[]> record) {
        boolean compacted = topic.retention().isEmpty();
        return compacted && record.key() != null && record.value() == null;
    }

    private void write(List<WriteModel<Document>> models) {
        if (models.isEmpty()) {
            return;
        }
        try {
            collection.bulkWrite(models, UNORDERED);
        } catch (MongoBulkWriteException e) {
            // A duplicate key is an upsert whose guard found a newer version in place: that is as it should be.
            boolean other = e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY);
            if (other || e.getWriteConcernError() != null) {
                throw e;
            }
        }
    }
}
