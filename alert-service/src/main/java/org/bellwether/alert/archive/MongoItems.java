package org.bellwether.alert.archive;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    private static final String TITLE = Documents.RECORD + ".item.title";
    private static final String TEXT = Documents.RECORD + ".item.text";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int MOST_BUCKETS = 5_000;

    private final MongoCollection<Document> items;
    private final InstantSource clock;

    public MongoItems(MongoDatabase database, InstantSource clock) {
        this.items = database.getCollection(COLLECTION);
        this.clock = clock;
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
        return seriesByIssue(List.of(issue), from, to, bucket).getOrDefault(issue, List.of());
    }

    /** {@link #series} of several issues in one go, for the board. */
    public Map<String, List<Bucket>> seriesByIssue(List<String> issues, Instant from, Instant to, Duration bucket) {
        SeriesGrid grid = new SeriesGrid(from, to, bucket, MOST_BUCKETS);
        Map<String, long[]> counts = new TreeMap<>();
        issues.forEach(issue -> counts.put(issue, grid.zeroes()));
        Bson which = issues.size() == 1
                ? Filters.and(between(from, to), Filters.eq(ISSUES, issues.get(0)))
                : between(from, to);
        for (Document item : items.find(which).projection(Projections.include(AT, ISSUES))) {
            int slot = grid.slot(item.getDate(AT).toInstant());
            for (String issue : item.getList(ISSUES, String.class)) {
                long[] ofIssue = counts.get(issue);
                if (ofIssue != null) {
                    ofIssue[slot]++;
                }
            }
        }
        Map<String, List<Bucket>> series = new TreeMap<>();
        counts.forEach((issue, ofIssue) -> series.put(issue, grid.buckets(ofIssue)));
        return series;
    }

    /** Of every issue that had an item within the week, by issue id. */
    public Map<String, IssueCounts> counts() {
        Instant now = clock.instant();
        Instant dayAgo = now.minus(DAY);
        Map<String, IssueCounts> counts = new TreeMap<>();
        Bson week = Filters.gte(AT, Date.from(now.minus(WEEK)));
        for (Document item : items.find(week).projection(Projections.include(AT, ISSUES))) {
            long today = item.getDate(AT).toInstant().isBefore(dayAgo) ? 0 : 1;
            for (String issue : item.getList(ISSUES, String.class)) {
                counts.merge(issue, new IssueCounts(issue, today, 1), MongoItems::sum);
            }
        }
        return counts;
    }

    private static IssueCounts sum(IssueCounts a, IssueCounts b) {
        return new IssueCounts(a.issue(), a.lastDay() + b.lastDay(), a.lastWeek() + b.lastWeek());
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
