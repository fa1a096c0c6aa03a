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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bson.Document;

/** The items published so far, one document each under the item's id, and their keys; read and written in bulk. */
public final class MongoSeenItems {

    private final MongoCollection<Document> collection;
    private final MongoItemKeys keys;

    public MongoSeenItems(MongoDatabase database) {
        this.collection = database.getCollection("seen_items");
        this.keys = new MongoItemKeys(database);
    }

    /**
     * What is remembered that bears on these entries. Asks once where each is remembered as it reads, and else three
     * times, however many there are.
     *
     * @throws BackendAwayException when the store cannot be asked
     */
    public Recollection recall(List<IdentifiedEntry> entries) {
        try {
            Set<String> asked =
                    entries.stream().map(entry -> entry.identity().id()).collect(Collectors.toSet());
            Map<String, SeenItem> items = new HashMap<>(find(asked));
            List<IdentifiedEntry> doubtful = Recognition.doubtful(entries, items);
            Set<String> ids = of(doubtful, Recognition::ids);
            Set<String> keyIds = new HashSet<>(ids);
            keyIds.addAll(of(doubtful, Recognition::contentKey));
            keyIds.addAll(of(doubtful, Recognition::sharedMarks));
            Map<String, String> noted = keys.find(keyIds);
            ids.addAll(noted.values());
            ids.addAll(of(doubtful, entry -> Stream.of(entry.keys().content().id())));
            ids.removeAll(asked);
            ids.remove(ItemKey.OF_SEVERAL);
            items.putAll(find(ids));
            return new Recollection(items, noted);
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }

    private static Set<String> of(List<IdentifiedEntry> entries, Function<IdentifiedEntry, Stream<String>> ids) {
        return entries.stream().flatMap(ids).collect(Collectors.toSet());
    }

    private Map<String, SeenItem> find(Collection<String> ids) {
        Map<String, SeenItem> found = new HashMap<>();
        if (!ids.isEmpty()) {
            collection
                    .find(Filters.in(SeenItemForm.ID, ids))
                    .map(SeenItemForm::read)
                    .forEach(item -> found.put(item.id(), item));
        }
        return found;
    }

    /**
     * Notes the keys of a harvest's items, before these are published: should the service end in between, the next poll
     * finds by any key what was announced.
     *
     * @throws BackendAwayException when the store did not take them all
     */
    public void note(Harvest harvest) {
        try {
            keys.note(harvest.keys(), harvest.stillMeant());
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

    /** Declares the indexes that {@link #forgetBefore} goes by. */
    public void ensureIndex() {
        try {
            collection.createIndex(Indexes.ascending(SeenItemForm.LAST_SEEN));
            keys.ensureIndex();
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }

    /** Forgets what has not stood in its feed since then; returns how many. */
    public long forgetBefore(Instant time) {
        try {
            keys.forgetBefore(time);
            return collection
                    .deleteMany(Filters.lt(SeenItemForm.LAST_SEEN, Date.from(time)))
                    .getDeletedCount();
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }
}
