package org.bellwether.ingest.item;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Under what else items are known than their ids, one document each under the key; read and written in bulk. */
final class MongoItemKeys {

    private static final String ID = "_id";
    private static final String ITEM = "item";
    private static final String NOTED = "noted";

    private static final InsertManyOptions INSERT = new InsertManyOptions().ordered(false);
    private static final BulkWriteOptions WRITE = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> collection;

    MongoItemKeys(MongoDatabase database) {
        this.collection = database.getCollection("item_keys");
    }

    /** What these lead to, those of them that are noted. */
    Map<String, String> find(Collection<String> ids) {
        Map<String, String> found = new HashMap<>();
        if (!ids.isEmpty()) {
            collection
                    .find(Filters.in(ID, ids))
                    .forEach(document -> found.put(document.getString(ID), document.getString(ITEM)));
        }
        return found;
    }

    /**
     * Writes these down. They were looked for just before and are usually new, and an insert costs half of a replacement.
     *
     * @param still those that keep what they lead to, and are not to be forgotten yet
     */
    void note(List<ItemKey> keys, List<ItemKey> still) {
        if (!keys.isEmpty()) {
            try {
                collection.insertMany(keys.stream().map(MongoItemKeys::form).toList(), INSERT);
            } catch (MongoBulkWriteException e) {
                collection.bulkWrite(
                        keys.stream().map(MongoItemKeys::replacement).toList(), WRITE);
            }
        }
        if (!still.isEmpty()) {
            collection.bulkWrite(still.stream().map(MongoItemKeys::renewal).toList(), WRITE);
        }
    }

    private static Document form(ItemKey key) {
        return new Document(ID, key.id()).append(ITEM, key.item()).append(NOTED, Date.from(key.noted()));
    }

    private static WriteModel<Document> replacement(ItemKey key) {
        return new ReplaceOneModel<>(Filters.eq(ID, key.id()), form(key), new ReplaceOptions().upsert(true));
    }

    private static WriteModel<Document> renewal(ItemKey key) {
        return new UpdateOneModel<>(
                Filters.and(Filters.eq(ID, key.id()), Filters.eq(ITEM, key.item())),
                Updates.set(NOTED, Date.from(key.noted())));
    }

    void ensureIndex() {
        collection.createIndex(Indexes.ascending(NOTED));
    }

    void forgetBefore(Instant time) {
        collection.deleteMany(Filters.lt(NOTED, Date.from(time)));
    }
}
