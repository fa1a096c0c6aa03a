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

/** The items published so far, one document each under the item's id; read and written in bulk. */
public final class MongoSeenItems {

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
                    .find(Filters.in(SeenItemForm.ID, ids))
                    .map(SeenItemForm::read)
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
                .map(item ->
                        new ReplaceOneModel<>(Filters.eq(SeenItemForm.ID, item.id()), SeenItemForm.write(item), upsert))
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
            collection.createIndex(Indexes.ascending(SeenItemForm.LAST_SEEN));
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }

    /** Forgets what has not stood in its feed since then; returns how many. */
    public long forgetBefore(Instant time) {
        try {
            return collection
                    .deleteMany(Filters.lt(SeenItemForm.LAST_SEEN, Date.from(time)))
                    .getDeletedCount();
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }
}
