package org.bellwether.ingest.item;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
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
import org.bellwether.ingest.backend.MongoShelf;
import org.bson.Document;

/** The items published so far, one document each under the item's id, and their keys; read and written in bulk. */
public final class MongoSeenItems {

    /** A command has room for 16 MB. */
    private static final int FEEDS_AT_ONCE = 10_000;

    private final MongoShelf shelf;
    private final MongoItemKeys keys;

    public MongoSeenItems(MongoDatabase database) {
        this.shelf = new MongoShelf(database, "seen_items", SeenItemForm.LAST_SEEN);
        this.keys = new MongoItemKeys(database);
    }

    /**
     * What is remembered that bears on these entries. Asks once where each is remembered as it reads, and else three
     * times, however many there are.
     *
     * @throws BackendAwayException when the store cannot be asked
     */
    public Recollection recall(List<IdentifiedEntry> entries) {
        Set<String> asked = entries.stream().map(entry -> entry.identity().id()).collect(Collectors.toSet());
        Map<String, SeenItem> items = new HashMap<>(find(asked));
        List<IdentifiedEntry> doubtful = Recognition.doubtful(entries, items);
        Set<String> ids = of(doubtful, Recognition::ids);
        Set<String> keyIds = new HashSet<>(ids);
        keyIds.addAll(of(doubtful, Recognition::wordingKey));
        keyIds.addAll(of(doubtful, Recognition::sharedMarks));
        Map<String, String> noted = keys.find(keyIds);
        ids.addAll(noted.values());
        ids.addAll(of(doubtful, entry -> Stream.of(entry.keys().content().id())));
        ids.removeAll(asked);
        ids.remove(ItemKey.OF_SEVERAL);
        items.putAll(find(ids));
        return new Recollection(items, noted);
    }

    private static Set<String> of(List<IdentifiedEntry> entries, Function<IdentifiedEntry, Stream<String>> ids) {
        return entries.stream().flatMap(ids).collect(Collectors.toSet());
    }

    private Map<String, SeenItem> find(Collection<String> ids) {
        Map<String, SeenItem> found = new HashMap<>();
        if (!ids.isEmpty()) {
            shelf.tell(items -> items.find(Filters.in(SeenItemForm.ID, ids))
                    .map(SeenItemForm::read)
                    .forEach(item -> found.put(item.id(), item)));
        }
        return found;
    }

    /**
     * What is remembered of these items, by id.
     *
     * @throws BackendAwayException when the store cannot be asked
     */
    public Map<String, SeenItem> of(Collection<String> ids) {
        return find(ids);
    }

    /**
     * Notes the keys of a harvest's items, and that its versions are this feed's to publish. Before these are published: should the
     * service end in between, the next poll finds by any key what was announced; and should another feed be about to publish
     * the same article, at another instance even, one of the two finds its keys taken. What it noted is taken back then.
     *
     * @param insist whether to go on even so, as the other has had its time and may have ended
     * @return whether this feed is to go on
     * @throws BackendAwayException when the store did not take them all
     */
    public boolean claim(Harvest harvest, boolean insist) {
        Set<String> lost = keys.claim(harvest.keys());
        if (lost.isEmpty() || insist) {
            return true;
        }
        keys.release(
                harvest.keys().stream().filter(key -> !lost.contains(key.id())).toList());
        return false;
    }

    /**
     * Keeps what still stands in its feed from being forgotten.
     *
     * @throws BackendAwayException when the store did not take it
     */
    public void renew(Harvest harvest) {
        keys.renew(harvest.stillMeant());
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
        shelf.tell(seen -> seen.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
    }

    /** Declares the indexes that {@link #forget} goes by. */
    public void ensureIndex() {
        shelf.ensureIndex();
        keys.ensureIndex();
    }

    /**
     * Forgets what has left its feed; returns how many items.
     *
     * @throws BackendAwayException when the store does not answer
     */
    public long forget(Expiry expiry) {
        keys.forget(expiry);
        return forget(shelf, SeenItemForm.LAST_SEEN, SeenItemForm.FEED, expiry);
    }

    static long forget(MongoShelf shelf, String dated, String feed, Expiry expiry) {
        long forgotten = shelf.forgetBefore(expiry.unread());
        List<String> read = new ArrayList<>(expiry.read());
        for (int from = 0; from < read.size(); from += FEEDS_AT_ONCE) {
            List<String> some = read.subList(from, Math.min(from + FEEDS_AT_ONCE, read.size()));
            forgotten += shelf.ask(documents -> documents
                    .deleteMany(Filters.and(Filters.lt(dated, Date.from(expiry.left())), Filters.in(feed, some)))
                    .getDeletedCount());
        }
        return forgotten;
    }
}
