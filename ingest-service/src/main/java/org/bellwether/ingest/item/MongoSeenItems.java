package org.bellwether.ingest.item;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bson.Document;

/** The items published so far, one document each under the item's id; read and written in bulk, one call per poll. */
public final class MongoSeenItems {

    private static final String LAST_SEEN = "lastSeen";
    private static final String PENDING = "pending";

    private final MongoCollection<Document> collection;

    public MongoSeenItems(MongoDatabase database) {
        this.collection = database.getCollection("seen_items");
    }

    /**
     * What is remembered of these items, by id; items never seen are absent.
     *
     * @throws BackendAwayException when the store cannot be asked
     */
    public Map<String, SeenItem> find(Collection<String> ids) {
        Map<String, SeenItem> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        try {
            collection
                    .find(Filters.in("_id", ids))
                    .map(MongoSeenItems::read)
                    .forEach(item -> found.put(item.id(), item));
            return found;
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }

    /**
     * Remembers these items, in place of what was remembered of them.
     *
     * @throws BackendAwayException when the store did not take them all
     */
    public void remember(List<SeenItem> items) {
        if (items.isEmpty()) {
            return;
        }
        ReplaceOptions upsert = new ReplaceOptions().upsert(true);
        List<ReplaceOneModel<Document>> writes = items.stream()
                .map(item -> new ReplaceOneModel<>(Filters.eq("_id", item.id()), write(item), upsert))
                .toList();
        try {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }

    /** Declares the index that {@link #forgetBefore} goes by. */
    public void ensureIndex() {
        try {
            collection.createIndex(Indexes.ascending(LAST_SEEN));
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }

    /** Forgets what has not stood in its feed since then; returns how many. */
    public long forgetBefore(Instant time) {
        try {
            return collection.deleteMany(Filters.lt(LAST_SEEN, Date.from(time))).getDeletedCount();
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }

    private static Document write(SeenItem item) {
        return new Document("_id", item.id())
                .append("feed", item.feedId())
                .append("version", item.version())
                .append("hash", item.contentHash())
                .append("published", Date.from(item.published()))
                .append("backlog", item.backlog())
                .append("standsInFor", item.standsInFor())
                .append(PENDING, item.pending())
                .append(LAST_SEEN, Date.from(item.lastSeen()));
    }

    private static SeenItem read(Document document) {
        return new SeenItem(
                document.getString("_id"),
                document.getString("feed"),
                document.getInteger("version"),
                document.getString("hash"),
                document.getDate("published").toInstant(),
                document.getBoolean("backlog", false),
                document.getList("standsInFor", String.class, List.of()),
                document.getBoolean(PENDING, false),
                document.getDate(LAST_SEEN).toInstant());
    }
}
