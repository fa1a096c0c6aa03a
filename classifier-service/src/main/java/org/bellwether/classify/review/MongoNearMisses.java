package org.bellwether.classify.review;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
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
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.events.TaggedItem;
import org.bellwether.messaging.EventJson;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The near-misses in the store. Every method throws what the driver does while the store is away. */
@Singleton
public final class MongoNearMisses {

    private static final Logger LOG = Logger.getLogger(MongoNearMisses.class);
    private static final int DUPLICATE_KEY = 11000;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private static final String ID = "_id";
    private static final String ITEM = "item";
    private static final String ISSUE = "issue";
    private static final String LANGUAGE = "language";
    private static final String VERSION = "version";
    private static final String AT = "at";
    private static final String RECORD = "record";

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
            if (known.contains(item.item().id())) {
                writes.add(new DeleteManyModel<>(Filters.and(
                        Filters.eq(ITEM, item.item().id()),
                        Filters.lte(VERSION, item.item().version()),
                        Filters.nin(ISSUE, current.stream().map(NearMiss::issue).toList()))));
            }
            current.forEach(miss -> form(miss).ifPresent(writes::add));
        }
        if (!writes.isEmpty()) {
            write(writes);
        }
    }

    private Set<String> known(List<TaggedItem> items) {
        List<String> ids = items.stream().map(item -> item.item().id()).toList();
        return ids.isEmpty()
                ? Set.of()
                : misses.find(Filters.in(ITEM, ids))
                        .map(found -> found.getString(ITEM))
                        .into(new HashSet<>());
    }

    /** Empty for what no store can hold, such as a time beyond its calendar; that is not worth stopping the line for. */
    private static Optional<WriteModel<Document>> form(NearMiss miss) {
        try {
            Document document = new Document(ID, miss.id())
                    .append(ITEM, miss.itemId())
                    .append(ISSUE, miss.issue())
                    .append(LANGUAGE, miss.language())
                    .append(VERSION, miss.version())
                    .append(AT, Date.from(miss.at()))
                    .append(RECORD, new String(EventJson.write(miss), StandardCharsets.UTF_8));
            Bson notNewer = Filters.and(Filters.eq(ID, miss.id()), Filters.lte(VERSION, miss.version()));
            return Optional.of(new ReplaceOneModel<>(notNewer, document, UPSERT));
        } catch (RuntimeException e) {
            LOG.warnf("near-miss %s cannot be kept: %s", miss.id(), e);
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
     * Newest first.
     *
     * @param issue only of this one; any when null
     * @param language only in this one; any when null
     * @param before only what comes after this in the order; from the newest on when null
     */
    public List<NearMiss> latest(
            @Nullable String issue, @Nullable String language, @Nullable Position before, int limit) {
        List<Bson> filters = new ArrayList<>();
        if (issue != null) {
            filters.add(Filters.eq(ISSUE, issue));
        }
        if (language != null) {
            filters.add(Filters.eq(LANGUAGE, language));
        }
        if (before != null) {
            Date at = Date.from(before.at());
            filters.add(Filters.or(Filters.lt(AT, at), Filters.and(Filters.eq(AT, at), Filters.lt(ID, before.id()))));
        }
        return misses.find(filters.isEmpty() ? Filters.empty() : Filters.and(filters))
                .sort(Sorts.descending(AT, ID))
                .limit(limit)
                .map(MongoNearMisses::read)
                .into(new ArrayList<>());
    }

    /** Of one item, on any issue. */
    public Optional<NearMiss> ofItem(String itemId) {
        return Optional.ofNullable(misses.find(Filters.eq(ITEM, itemId)).first())
                .map(MongoNearMisses::read);
    }

    /**
     * Forgets what is too old, and of what is left the oldest beyond a number.
     *
     * @param horizon items from before it go (UTC)
     * @param most how many may stay
     */
    void trim(Instant horizon, int most) {
        misses.deleteMany(Filters.lt(AT, Date.from(horizon)));
        Document last =
                misses.find().sort(Sorts.descending(AT, ID)).skip(most).limit(1).first();
        if (last != null) {
            misses.deleteMany(Filters.lte(AT, last.getDate(AT)));
        }
    }

    private void ensureIndexes() {
        if (!indexed) {
            misses.createIndex(Indexes.ascending(ITEM));
            misses.createIndex(Indexes.descending(AT, ID));
            misses.createIndex(Indexes.compoundIndex(Indexes.ascending(ISSUE), Indexes.descending(AT)));
            indexed = true;
        }
    }

    private static NearMiss read(Document stored) {
        return EventJson.read(stored.getString(RECORD).getBytes(StandardCharsets.UTF_8), NearMiss.class);
    }
}
