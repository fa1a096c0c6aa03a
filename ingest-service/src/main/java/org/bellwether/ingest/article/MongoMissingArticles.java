package org.bellwether.ingest.article;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.backend.Ageing;
import org.bellwether.ingest.backend.MongoShelf;
import org.bellwether.ingest.backend.StoredDocument;
import org.bellwether.messaging.EventJson;
import org.bson.Document;
import org.bson.types.Binary;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Articles still to be read, one document each under the id of the item. */
public final class MongoMissingArticles implements Ageing {

    private static final Logger LOG = Logger.getLogger(MongoMissingArticles.class);

    private static final String ID = "_id";
    private static final String FEED = "feed";
    private static final String SINCE = "since";
    private static final String DUE = "due";
    private static final String TRIES = "tries";
    private static final String ITEM = "item";

    private final MongoShelf shelf;

    public MongoMissingArticles(MongoDatabase database) {
        this.shelf = new MongoShelf(database, "missing_articles", SINCE);
    }

    /**
     * Keeps these, in place of what was kept of the same items.
     *
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store did not take them all
     */
    public void keep(Collection<MissingArticle> missing) {
        List<ReplaceOneModel<Document>> writes = missing.stream()
                .map(article -> new ReplaceOneModel<>(
                        Filters.eq(ID, article.item().id()), write(article), new ReplaceOptions().upsert(true)))
                .toList();
        if (!writes.isEmpty()) {
            shelf.tell(articles -> articles.bulkWrite(writes, new BulkWriteOptions().ordered(false)));
        }
    }

    /**
     * Those of a feed that are due, the longest due first. What cannot be read of them is told and dropped: its item has the text of its feed.
     *
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store cannot be asked
     */
    public List<MissingArticle> due(String feedId, Instant now, int most) {
        List<Document> found = shelf.ask(articles -> articles.find(
                        Filters.and(Filters.eq(FEED, feedId), Filters.lte(DUE, Date.from(now))))
                .sort(Sorts.ascending(DUE))
                .limit(most)
                .into(new ArrayList<>()));
        List<MissingArticle> due = new ArrayList<>();
        List<Object> unreadable = new ArrayList<>();
        for (Document document : found) {
            StoredDocument from = StoredDocument.of(document);
            read(from).ifPresentOrElse(due::add, () -> {
                LOG.warnf(
                        "An article of feed %s is not looked for any more, as its note cannot be read: %s",
                        feedId, from.faults());
                unreadable.add(document.get(ID));
            });
        }
        drop(unreadable);
        return due;
    }

    /**
     * Lets go of those of these items.
     *
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store did not do it
     */
    public void settle(Collection<String> items) {
        drop(items);
    }

    private void drop(Collection<?> ids) {
        if (!ids.isEmpty()) {
            shelf.tell(articles -> articles.deleteMany(Filters.in(ID, ids)));
        }
    }

    @Override
    public void ensureIndex() {
        shelf.ensureIndex();
        shelf.tell(articles -> articles.createIndex(Indexes.ascending(FEED)));
    }

    /** Forgets those of feeds that were not read since, or are to have no full texts any more. */
    @Override
    public void forgetBefore(Instant time) {
        shelf.forgetBefore(time);
    }

    private static Document write(MissingArticle article) {
        return new Document(ID, article.item().id())
                .append(FEED, article.item().feedId())
                .append(TRIES, article.tries())
                .append(SINCE, Date.from(article.since()))
                .append(DUE, Date.from(article.due()))
                .append(ITEM, new Binary(EventJson.write(article.item())));
    }

    private static Optional<MissingArticle> read(StoredDocument from) {
        byte @Nullable [] written = from.needed(ITEM, from.bytes(ITEM));
        @Nullable
        NewsItem item = written == null ? null : from.made(ITEM, () -> EventJson.read(written, NewsItem.class));
        int tries = from.count(TRIES);
        @Nullable Instant since = from.needed(SINCE, from.time(SINCE));
        @Nullable Instant due = from.needed(DUE, from.time(DUE));
        return !from.faults().isEmpty() || item == null || since == null || due == null
                ? Optional.empty()
                : Optional.of(new MissingArticle(item, tries, since, due));
    }
}
