package org.bellwether.ingest.item;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bson.Document;

/** What feeds' polls are about to publish, one document per feed under its id; usually there is none. */
public final class MongoAnnouncements {

    private static final String ITEMS = "items";

    /** When the newest of them was announced (UTC). */
    private static final String AT = "at";

    private final MongoCollection<Document> collection;

    public MongoAnnouncements(MongoDatabase database) {
        this.collection = database.getCollection("announced_items");
    }

    /**
     * What the feed's polls announced and did not see to its end.
     *
     * @throws BackendAwayException when the store cannot be asked
     */
    public Announced of(String feedId) {
        try {
            return Optional.ofNullable(
                            collection.find(Filters.eq(SeenItemForm.ID, feedId)).first())
                    .map(document -> Announced.of(document.getList(ITEMS, Document.class).stream()
                            .map(SeenItemForm::read)
                            .toList()))
                    .orElseGet(() -> Announced.of(List.of()));
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }

    /**
     * Keeps these in place of what was kept of the feed.
     *
     * @throws BackendAwayException when the store did not take them
     */
    public void keep(String feedId, Announced announced) {
        Optional<Instant> newest =
                announced.items().stream().map(SeenItem::lastSeen).max(Comparator.naturalOrder());
        try {
            if (newest.isEmpty()) {
                collection.deleteOne(Filters.eq(SeenItemForm.ID, feedId));
                return;
            }
            List<Document> items =
                    announced.items().stream().map(SeenItemForm::write).toList();
            collection.replaceOne(
                    Filters.eq(SeenItemForm.ID, feedId),
                    new Document(SeenItemForm.ID, feedId)
                            .append(AT, Date.from(newest.get()))
                            .append(ITEMS, items),
                    new ReplaceOptions().upsert(true));
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }

    /** Declares the index that {@link #forgetBefore} goes by. */
    public void ensureIndex() {
        try {
            collection.createIndex(Indexes.ascending(AT));
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }

    /** Forgets what was announced before then, of feeds that are gone or never answered again. */
    public void forgetBefore(Instant time) {
        try {
            collection.deleteMany(Filters.lt(AT, Date.from(time)));
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }
}
