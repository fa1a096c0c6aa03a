package org.bellwether.alert.archive;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bellwether.events.TaggedItem;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The tagged items, the latest version of each. Counts are made here and not by the store: {@code $dateTrunc} is not
 * everywhere, and a week of items by projection is small.
 */
public final class MongoItems {

    static final String COLLECTION = "items";
    static final String AT = "at";
    static final String ISSUES = "issues";
    static final String VERSION = "version";
    static final String TAGGED_AT = "taggedAt";

    private static final String TITLE = Documents.RECORD + ".item.title";
    private static final String TEXT = Documents.RECORD + ".item.text";
    private static final int MOST_BUCKETS = 5_000;

    private final MongoCollection<Document> items;

    public MongoItems(MongoDatabase database) {
        this.items = database.getCollection(COLLECTION);
    }

    /** Newest first. */
    public List<TaggedItem> latest(ItemQuery query) {
        return items.find(filter(query))
                .sort(Sorts.descending(AT, Documents.ID))
                .limit(query.limit())
                .map(stored -> Documents.read(stored, TaggedItem.class))
                .into(new ArrayList<>());
    }

    public Optional<TaggedItem> byId(String itemId) {
        return Optional.ofNullable(items.find(Filters.eq(Documents.ID, itemId)).first())
                .map(stored -> Documents.read(stored, TaggedItem.class));
    }

    /**
     * Items of an issue per stretch of time; stretches begin at multiples of {@code bucket} since the epoch.
     *
     * @param from inclusive
     * @param to exclusive
     * @throws IllegalArgumentException when that is no stretch of time, or far too many
     */
    public List<Bucket> series(String issue, Instant from, Instant to, Duration bucket) {
        SeriesGrid grid = new SeriesGrid(from, to, bucket, MOST_BUCKETS);
        long[] counts = grid.zeroes();
        for (Mention mention : mentions(Filters.and(between(from, to), Filters.eq(ISSUES, issue)))) {
            counts[grid.slot(mention.at())]++;
        }
        return grid.buckets(counts);
    }

    /** The items between two times, the first inclusive, in no order; without those on no issue, which most are. */
    List<Mention> mentions(Instant from, Instant to) {
        return mentions(between(from, to));
    }

    private List<Mention> mentions(Bson which) {
        List<Mention> mentions = new ArrayList<>();
        for (Document item : items.find(which).projection(Projections.include(AT, ISSUES))) {
            List<String> issues = item.getList(ISSUES, String.class);
            if (!issues.isEmpty()) {
                mentions.add(new Mention(item.getDate(AT).toInstant(), issues));
            }
        }
        return mentions;
    }

    private static Bson between(Instant from, Instant to) {
        return Filters.and(Filters.gte(AT, Date.from(from)), Filters.lt(AT, Date.from(to)));
    }

    private static Bson filter(ItemQuery query) {
        List<Bson> all = new ArrayList<>();
        if (query.issue() != null) {
            all.add(Filters.eq(ISSUES, query.issue()));
        }
        if (query.from() != null) {
            all.add(Filters.gte(AT, Date.from(query.from())));
        }
        if (query.to() != null) {
            all.add(Filters.lt(AT, Date.from(query.to())));
        }
        if (query.text() != null && !query.text().isBlank()) {
            Pattern words = Pattern.compile(Pattern.quote(query.text().strip()), Pattern.CASE_INSENSITIVE);
            all.add(Filters.or(Filters.regex(TITLE, words), Filters.regex(TEXT, words)));
        }
        if (query.after() != null) {
            all.add(behind(query.after()));
        }
        return all.isEmpty() ? Filters.empty() : Filters.and(all);
    }

    private static Bson behind(ItemPosition position) {
        Date at = Date.from(position.at());
        return Filters.or(
                Filters.lt(AT, at), Filters.and(Filters.eq(AT, at), Filters.lt(Documents.ID, position.itemId())));
    }
}
