package org.bellwether.ingest.item;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bellwether.ingest.backend.Ageing;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.MongoShelf;
import org.bson.Document;

/** What feeds' polls are about to publish, one document per feed under its id; usually there is none. */
public final class MongoAnnouncements implements Ageing {

    private static final String ITEMS = "items";

    /** When the newest of them was announced (UTC). */
    private static final String AT = "at";

    private final MongoShelf shelf;

    public MongoAnnouncements(MongoDatabase database) {
        this.shelf = new MongoShelf(database, "announced_items", AT);
    }

    /**
     * What the feed's polls announced and did not see to its end.
     *
     * @throws BackendAwayException when the store cannot be asked
     */
    public Announced of(String feedId) {
        return shelf.ask(announcements -> Optional.ofNullable(
                        announcements.find(Filters.eq(SeenItemForm.ID, feedId)).first())
                .map(document -> Announced.of(document.getList(ITEMS, Document.class).stream()
                        .map(SeenItemForm::read)
                        .toList()))
                .orElseGet(() -> Announced.of(List.of())));
    }

    /**
     * Keeps these in place of what was kept of the feed.
     *
     * @throws BackendAwayException when the store did not take them
     */
    public void keep(String feedId, Announced announced) {
        Optional<Instant> newest =
                announced.items().stream().map(SeenItem::lastSeen).max(Comparator.naturalOrder());
        if (newest.isEmpty()) {
            shelf.tell(announcements -> announcements.deleteOne(Filters.eq(SeenItemForm.ID, feedId)));
            return;
        }
        List<Document> items =
                announced.items().stream().map(SeenItemForm::write).toList();
        Document form = new Document(SeenItemForm.ID, feedId)
                .append(AT, Date.from(newest.get()))
                .append(ITEMS, items);
        shelf.tell(announcements ->
                announcements.replaceOne(Filters.eq(SeenItemForm.ID, feedId), form, new ReplaceOptions().upsert(true)));
    }

    @Override
    public void ensureIndex() {
        shelf.ensureIndex();
    }

    /** Forgets what was announced before then, of feeds that are gone or never answered again. */
    @Override
    public void forgetBefore(Instant time) {
        shelf.forgetBefore(time);
    }
}
