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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bson.Document;

/**
 * The items published so far, one document each under the item's id, and what each feed's poll is about to publish, some
 * thousands in a document; read and written in bulk, one call per poll.
 */
public final class MongoSeenItems {

    private static final String FEED = "feed";
    private static final String ITEMS = "items";

    /** A document has room for 16 MB; an item takes some 300 bytes. */
    private static final int ITEMS_IN_A_DOCUMENT = 5_000;

    private final MongoCollection<Document> seen;
    private final MongoCollection<Document> announced;

    public MongoSeenItems(MongoDatabase database) {
        this.seen = database.getCollection("seen_items");
        this.announced = database.getCollection("announced_items");
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
            seen.find(Filters.in(SeenItemForm.ID, ids))
                    .map(document -> SeenItemForm.read(document, false))
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
            seen.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }

    /**
     * What a poll of the feed announced and did not see to its end, all of it pending; usually nothing.
     *
     * @throws BackendAwayException when the store cannot be asked
     */
    public List<SeenItem> announced(String feedId) {
        List<SeenItem> found = new ArrayList<>();
        try {
            announced
                    .find(Filters.eq(FEED, feedId))
                    .forEach(part -> part.getList(ITEMS, Document.class)
                            .forEach(item -> found.add(SeenItemForm.read(item, true))));
            return found;
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }

    /**
     * Notes that the feed's poll is about to publish these items, before the first of them is.
     *
     * @throws BackendAwayException when the store did not take them all
     */
    public void announce(String feedId, List<SeenItem> items) {
        try {
            for (int from = 0; from < items.size(); from += ITEMS_IN_A_DOCUMENT) {
                List<Document> part = items.subList(from, Math.min(from + ITEMS_IN_A_DOCUMENT, items.size())).stream()
                        .map(SeenItemForm::write)
                        .toList();
                announced.insertOne(new Document(FEED, feedId).append(ITEMS, part));
            }
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }

    /**
     * Forgets what the feed's polls announced: it is published and {@linkplain #remember remembered}.
     *
     * @throws BackendAwayException when the store did not do it
     */
    public void settle(String feedId) {
        try {
            announced.deleteMany(Filters.eq(FEED, feedId));
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }

    /** Declares the indexes that {@link #forgetBefore} and {@link #announced} go by. */
    public void ensureIndexes() {
        try {
            seen.createIndex(Indexes.ascending(SeenItemForm.LAST_SEEN));
            announced.createIndex(Indexes.ascending(FEED));
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }

    /** Forgets what has not stood in its feed since then; returns how many. */
    public long forgetBefore(Instant time) {
        try {
            return seen.deleteMany(Filters.lt(SeenItemForm.LAST_SEEN, Date.from(time)))
                    .getDeletedCount();
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }
}
