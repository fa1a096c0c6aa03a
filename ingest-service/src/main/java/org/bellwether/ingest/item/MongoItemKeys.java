package org.bellwether.ingest.item;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.ingest.backend.MongoShelf;
import org.bson.Document;

/** Under what else items are known than their ids, one document each under the key; read and written in bulk. */
final class MongoItemKeys {

    static final String FEED = "feed";
    private static final String ID = "_id";
    private static final String ITEM = "item";
    private static final String NOTED = "noted";
    private static final String CLAIM = "claim";
    private static final InsertManyOptions INSERT = new InsertManyOptions().ordered(false);
    private static final BulkWriteOptions WRITE = new BulkWriteOptions().ordered(false);

    private final MongoShelf shelf;

    MongoItemKeys(MongoDatabase database) {
        this.shelf = new MongoShelf(database, "item_keys", NOTED);
    }

    /** What these lead to, those of them that are noted. */
    Map<String, String> find(Collection<String> ids) {
        Map<String, String> found = new HashMap<>();
        if (!ids.isEmpty()) {
            shelf.tell(keys -> keys.find(Filters.in(ID, ids))
                    .forEach(document -> found.put(document.getString(ID), document.getString(ITEM))));
        }
        return found;
    }

    /**
     * Writes down those that nobody has yet; of several who do it at the same time the store lets one.
     *
     * @param keys of two with one id the first counts
     * @return the ids of those that another has for something else
     */
    Set<String> claim(Collection<ItemKey> keys) {
        Map<String, ItemKey> byId = new LinkedHashMap<>();
        keys.forEach(key -> byId.putIfAbsent(key.id(), key));
        return byId.isEmpty() ? Set.of() : shelf.ask(collection -> claim(collection, byId));
    }

    private static Set<String> claim(MongoCollection<Document> collection, Map<String, ItemKey> keys) {
        try {
            collection.insertMany(
                    keys.values().stream().map(MongoItemKeys::form).toList(), INSERT);
            return Set.of();
        } catch (MongoBulkWriteException e) {
            if (!e.getWriteErrors().stream()
                    .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
        }
        Set<String> lost = new HashSet<>();
        collection.find(Filters.in(ID, keys.keySet())).forEach(holder -> {
            ItemKey key = keys.get(holder.getString(ID));
            if (key != null && !holds(holder, key)) {
                lost.add(key.id());
            }
        });
        return lost;
    }

    private static boolean holds(Document holder, ItemKey key) {
        return key.item().equals(holder.getString(ITEM))
                && (!key.isClaim() || key.feedId().equals(holder.getString(FEED)));
    }

    /** Takes back what a claim brought in, for another is first with the item. */
    void release(Collection<ItemKey> keys) {
        List<WriteModel<Document>> writes =
                keys.stream().map(MongoItemKeys::removal).toList();
        if (!writes.isEmpty()) {
            shelf.tell(collection -> collection.bulkWrite(writes, WRITE));
        }
    }

    /** Keeps these, which lead where they led, from being forgotten yet. */
    void renew(List<ItemKey> still) {
        List<WriteModel<Document>> writes =
                still.stream().map(MongoItemKeys::renewal).toList();
        if (!writes.isEmpty()) {
            shelf.tell(collection -> collection.bulkWrite(writes, WRITE));
        }
    }

    private static Document form(ItemKey key) {
        Document form = new Document(ID, key.id())
                .append(ITEM, key.item())
                .append(FEED, key.feedId())
                .append(NOTED, Date.from(key.noted()));
        return key.isClaim() ? form.append(CLAIM, true) : form;
    }

    private static WriteModel<Document> removal(ItemKey key) {
        return new DeleteOneModel<>(Filters.and(
                Filters.eq(ID, key.id()),
                Filters.eq(ITEM, key.item()),
                Filters.eq(FEED, key.feedId()),
                Filters.eq(NOTED, Date.from(key.noted()))));
    }

    private static WriteModel<Document> renewal(ItemKey key) {
        return new UpdateOneModel<>(
                Filters.and(Filters.eq(ID, key.id()), Filters.eq(ITEM, key.item())),
                Updates.combine(Updates.set(NOTED, Date.from(key.noted())), Updates.set(FEED, key.feedId())));
    }

    void ensureIndex() {
        shelf.ensureIndex();
    }

    void forget(Expiry expiry) {
        shelf.tell(keys ->
                keys.deleteMany(Filters.and(Filters.eq(CLAIM, true), Filters.lt(NOTED, Date.from(expiry.claimed())))));
        MongoSeenItems.forget(shelf, NOTED, FEED, expiry);
    }
}
