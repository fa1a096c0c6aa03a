package org.bellwether.classify.feedback;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bellwether.classify.review.Position;
import org.bellwether.messaging.EventJson;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts in the store: never forgotten, and few, since people give them. Every method throws what the driver does
 * while the store is away.
 */
@Singleton
public final class MongoFeedback {

    private static final String ID = "_id";
    private static final String TEXT_HASH = "textHash";
    private static final String ISSUE = "issue";
    private static final String AT = "at";
    private static final String RECORD = "record";

    private final MongoCollection<Document> verdicts;
    private volatile boolean indexed;

    MongoFeedback(MongoDatabase database) {
        this.verdicts = database.getCollection("feedback");
    }

    /**
     * Keeps a verdict, in place of the one that the same person gave before.
     *
     * @return whether it is their first on that issue of that text
     */
    public boolean keep(Feedback feedback) {
        ensureIndexes();
        Document document = new Document(ID, feedback.id())
                .append(TEXT_HASH, feedback.textHash())
                .append(ISSUE, feedback.issue())
                .append(AT, Date.from(feedback.at()))
                .append(RECORD, new String(EventJson.write(feedback), StandardCharsets.UTF_8));
        return verdicts.replaceOne(Filters.eq(ID, feedback.id()), document, new ReplaceOptions().upsert(true))
                        .getMatchedCount()
                == 0;
    }

    /**
     * Newest first.
     *
     * @param issue only on this one; on any when null
     * @param before only what comes after this in the order; from the newest on when null
     */
    public List<Feedback> latest(@Nullable String issue, @Nullable Position before, int limit) {
        List<Bson> filters = new ArrayList<>();
        if (issue != null) {
            filters.add(Filters.eq(ISSUE, issue));
        }
        if (before != null) {
            Date at = Date.from(before.at());
            filters.add(Filters.or(Filters.lt(AT, at), Filters.and(Filters.eq(AT, at), Filters.lt(ID, before.id()))));
        }
        return verdicts.find(filters.isEmpty() ? Filters.empty() : Filters.and(filters))
                .sort(Sorts.descending(AT, ID))
                .limit(limit)
                .map(MongoFeedback::read)
                .into(new ArrayList<>());
    }

    /** All since that time (UTC), in the order in which they were given. */
    public List<Feedback> since(Instant from) {
        return verdicts.find(Filters.gte(AT, Date.from(from)))
                .sort(Sorts.ascending(AT, ID))
                .map(MongoFeedback::read)
                .into(new ArrayList<>());
    }

    /** All, in the order in which they were given. */
    public List<Feedback> all() {
        return since(Instant.EPOCH);
    }

    /** Those on these texts, in no order. */
    public List<Feedback> on(Collection<String> textHashes) {
        return textHashes.isEmpty()
                ? List.of()
                : verdicts.find(Filters.in(TEXT_HASH, textHashes))
                        .map(MongoFeedback::read)
                        .into(new ArrayList<>());
    }

    private void ensureIndexes() {
        if (!indexed) {
            verdicts.createIndex(Indexes.ascending(TEXT_HASH));
            verdicts.createIndex(Indexes.descending(AT, ID));
            indexed = true;
        }
    }

    private static Feedback read(Document stored) {
        return EventJson.read(stored.getString(RECORD).getBytes(StandardCharsets.UTF_8), Feedback.class);
    }
}
