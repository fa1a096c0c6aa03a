package org.bellwether.classify.story;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Stories of the last days, in one collection looked up by {@code _id} only: {@code item:<id>} for each item, and its
 * bands. Whoever writes a band first founds the story; who comes second, in whatever instance, finds it or is told by
 * the unique key. Not thread-safe across calls for one batch, safe across instances.
 */
public final class MongoStories {

    /** Copies further apart than this are another story. */
    public static final Duration WINDOW = Duration.ofDays(7);

    private static final Duration KEPT = WINDOW.plusDays(1);

    private final MongoCollection<Document> stories;

    public MongoStories(MongoCollection<Document> stories) {
        this.stories = stories;
    }

    /** Declares what MongoDB forgets by itself; a store that cannot keeps more than it needs. */
    public void ensureIndexes() {
        stories.createIndex(
                Indexes.ascending("kept"), new IndexOptions().expireAfter(KEPT.toSeconds(), TimeUnit.SECONDS));
    }

    /**
     * The story of each item, in the given order; asked again, the same.
     *
     * @param now when it is written (UTC), from which the store counts how long to keep it
     * @throws StoriesAwayException while the store cannot be used
     */
    public List<String> assign(List<StoryCandidate> items, Instant now) {
        if (items.isEmpty()) {
            return List.of();
        }
        try {
            return assigned(items, now);
        } catch (MongoException e) {
            throw new StoriesAwayException(e);
        }
    }

    private List<String> assigned(List<StoryCandidate> items, Instant now) {
        Map<String, Document> known = load(items);
        List<String> assigned = new ArrayList<>();
        Map<String, Document> fresh = new HashMap<>();
        Set<String> outdated = new HashSet<>();
        for (StoryCandidate item : items) {
            String story = story(item, known);
            assigned.add(story);
            remember(item, story, known, fresh, outdated, now);
        }
        if (!outdated.isEmpty()) {
            stories.deleteMany(Filters.in("_id", outdated));
        }
        return fresh.isEmpty() || insert(fresh) ? assigned : reassign(items);
    }

    /** Returns when the store answers; throws what the driver does when it does not. */
    public void ping() {
        stories.find(Filters.eq("_id", "ping")).first();
    }

    private Map<String, Document> load(List<StoryCandidate> items) {
        Set<String> keys = new HashSet<>();
        for (StoryCandidate item : items) {
            keys.add(itemKey(item));
            keys.addAll(item.signature().bands());
        }
        Map<String, Document> known = new HashMap<>();
        stories.find(Filters.in("_id", keys)).forEach(found -> known.put(found.getString("_id"), found));
        return known;
    }

    private static String story(StoryCandidate item, Map<String, Document> known) {
        Document self = known.get(itemKey(item));
        if (self != null) {
            return self.getString("story");
        }
        for (String band : item.signature().bands()) {
            Optional<String> story = Optional.ofNullable(known.get(band))
                    .filter(found -> isCurrent(found, item))
                    .filter(found -> signature(found).isSameStory(item.signature()))
                    .map(found -> found.getString("story"));
            if (story.isPresent()) {
                return story.get();
            }
        }
        return StoryCandidate.ownStory(item.itemId());
    }

    private static void remember(
            StoryCandidate item,
            String story,
            Map<String, Document> known,
            Map<String, Document> fresh,
            Set<String> outdated,
            Instant now) {
        Document written = new Document("story", story)
                .append("published", Date.from(item.published()))
                .append("kept", Date.from(now));
        Document self = new Document(written).append("_id", itemKey(item));
        if (known.putIfAbsent(itemKey(item), self) == null) {
            fresh.put(itemKey(item), self);
        }
        for (String band : item.signature().bands()) {
            Document found = known.get(band);
            if (found == null || !isCurrent(found, item)) {
                if (found != null && !fresh.containsKey(band)) {
                    outdated.add(band);
                }
                Document entry = new Document(written)
                        .append("_id", band)
                        .append("signature", new Binary(item.signature().bytes()));
                known.put(band, entry);
                fresh.put(band, entry);
            }
        }
    }

    /** Whether all were written; false where another instance was first with some of them. */
    private boolean insert(Map<String, Document> fresh) {
        try {
            stories.insertMany(List.copyOf(fresh.values()), new InsertManyOptions().ordered(false));
            return true;
        } catch (MongoBulkWriteException e) {
            boolean outrun = e.getWriteErrors().stream()
                    .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
            if (!outrun) {
                throw e;
            }
            return false;
        }
    }

    /** What another instance founded meanwhile is now there to be read; an item's own entry stands as written first. */
    private List<String> reassign(List<StoryCandidate> items) {
        Map<String, Document> current = load(items);
        return items.stream().map(item -> story(item, current)).toList();
    }

    private static boolean isCurrent(Document found, StoryCandidate item) {
        Instant published = found.getDate("published").toInstant();
        return Duration.between(published, item.published()).abs().compareTo(WINDOW) <= 0;
    }

    private static StorySignature signature(Document found) {
        return StorySignature.ofBytes(found.get("signature", Binary.class).getData());
    }

    private static String itemKey(StoryCandidate item) {
        return "item:" + item.itemId();
    }
}
