package org.bellwether.classify.review;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.events.TaggedItem;
import org.bellwether.messaging.EventJson;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The near-misses in the store: one document for each item that has any, so that the line asks by {@code _id} only. Every
 * method throws what the driver does while the store is away.
 */
@Singleton
public final class MongoNearMisses {

    private static final Logger LOG = Logger.getLogger(MongoNearMisses.class);
    private static final int DUPLICATE_KEY = 11000;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private static final String ID = "_id";
    private static final String ISSUES = "issues";
    private static final String LANGUAGE = "language";
    private static final String VERSION = "version";
    private static final String AT = "at";
    private static final String RECORDS = "records";

    private final MongoCollection<Document> misses;
    private volatile boolean indexed;

    MongoNearMisses(MongoDatabase database) {
        this.misses = database.getCollection("near-misses");
    }

    /**
     * Keeps the near-misses of these items, and forgets those that an item had by an earlier reading. Done again it
     * changes nothing; an older version never takes the place of a newer one.
     *
     * @param taxonomy by which they were tagged
     */
    public void keep(List<TaggedItem> items, Taxonomy taxonomy) {
        ensureIndexes();
        Set<String> known = known(items);
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (TaggedItem item : items) {
            List<NearMiss> current = NearMiss.of(item, taxonomy);
            if (!current.isEmpty()) {
                form(item, current).ifPresent(writes::add);
            } else if (known.contains(item.item().id())) {
                writes.add(new DeleteOneModel<>(notNewer(item)));
            }
        }
        if (!writes.isEmpty()) {
            write(writes);
        }
    }

    private Set<String> known(List<TaggedItem> items) {
        List<String> ids = items.stream().map(item -> item.item().id()).toList();
        return ids.isEmpty()
                ? Set.of()
                : misses.find(Filters.in(ID, ids))
                        .projection(Projections.include(ID))
                        .map(found -> found.getString(ID))
                        .into(new HashSet<>());
    }

    private static Bson notNewer(TaggedItem item) {
        return Filters.and(
                Filters.eq(ID, item.item().id()),
                Filters.lte(VERSION, item.item().version()));
    }

    /** Empty for what no store can hold, such as a time beyond its calendar; that is not worth stopping the line for. */
    private static Optional<WriteModel<Document>> form(TaggedItem item, List<NearMiss> current) {
        try {
            NearMiss first = current.get(0);
            Document document = new Document(ID, first.itemId())
                    .append(ISSUES, current.stream().map(NearMiss::issue).toList())
                    .append(LANGUAGE, first.language())
                    .append(VERSION, first.version())
                    .append(AT, Date.from(first.at()))
                    .append(
                            RECORDS,
                            current.stream()
                                    .map(miss -> new String(EventJson.write(miss), StandardCharsets.UTF_8))
                                    .toList());
            return Optional.of(new ReplaceOneModel<>(notNewer(item), document, UPSERT));
        } catch (RuntimeException e) {
            LOG.warnf("near-misses of %s cannot be kept: %s", item.item().id(), e);
            return Optional.empty();
        }
    }

    private void write(List<WriteModel<Document>> writes) {
        try {
            misses.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            // A duplicate key is a newer version in place; what else the store refuses, it refuses again.
            e.getWriteErrors().stream()
                    .filter(error -> error.getCode() != DUPLICATE_KEY)
                    .findFirst()
                    .ifPresent(error -> LOG.warnf("near-misses cannot be kept: %s", error.getMessage()));
        }
    }

    /**
     * Newest first. An item's are not torn apart, so there may be a few more than asked for.
     *
     * @param issue only of this one; any when null
     * @param language only in this one; any when null
     * @param before only items that come after this in the order; from the newest on when null
     */
    public List<NearMiss> latest(
            @Nullable String issue, @Nullable String language, @Nullable Position before, int limit) {
        List<Bson> filters = new ArrayList<>();
        if (issue != null) {
            filters.add(Filters.eq(ISSUES, issue));
        }
        if (language != null) {
            filters.add(Filters.eq(LANGUAGE, language));
        }
        if (before != null) {
            Date at = Date.from(before.at());
            filters.add(Filters.or(Filters.lt(AT, at), Filters.and(Filters.eq(AT, at), Filters.lt(ID, before.id()))));
        }
        List<NearMiss> found = new ArrayList<>();
        try (MongoCursor<Document> items = misses.find(filters.isEmpty() ? Filters.empty() : Filters.and(filters))
                .sort(Sorts.descending(AT, ID))
                .limit(limit)
                .cursor()) {
            while (items.hasNext() && found.size() < limit) {
                read(items.next())
                        .filter(miss -> issue == null || issue.equals(miss.issue()))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** Of one item, on any issue. */
    public Optional<NearMiss> ofItem(String itemId) {
        return Optional.ofNullable(misses.find(Filters.eq(ID, itemId)).first())
                .flatMap(stored -> read(stored).findFirst());
    }

    /**
     * Forgets what is too old, and of what is left the oldest beyond a number.
     *
     * @param horizon items from before it go (UTC)
     * @param most items that may stay
     */
    void trim(Instant horizon, int most) {
        misses.deleteMany(Filters.lt(AT, Date.from(horizon)));
        if (misses.estimatedDocumentCount() <= most) {
            return;
        }
        Document last = misses.find()
                .sort(Sorts.descending(AT, ID))
                .projection(Projections.include(AT))
                .skip(most)
                .limit(1)
                .first();
        if (last != null) {
            misses.deleteMany(Filters.lte(AT, last.getDate(AT)));
        }
    }

    private void ensureIndexes() {
        if (!indexed) {
            misses.createIndex(Indexes.descending(AT, ID));
            misses.createIndex(Indexes.compoundIndex(Indexes.ascending(ISSUES), Indexes.descending(AT)));
            indexed = true;
        }
    }

    private static Stream<NearMiss> read(Document stored) {
        return stored.getList(RECORDS, String.class).stream()
                .map(record -> EventJson.read(record.getBytes(StandardCharsets.UTF_8), NearMiss.class));
    }
}
