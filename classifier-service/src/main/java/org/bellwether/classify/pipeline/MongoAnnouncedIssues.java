package org.bellwether.classify.pipeline;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;

/**
 * Ids of the issues that stand on the topic {@code issues}, or may: noted before an issue is announced and forgotten after
 * it was taken back, so that a process that dies in between knows too many and never too few. Every method throws what the
 * driver does while the store is away.
 */
final class MongoAnnouncedIssues {

    private static final String ID = "_id";

    private final MongoCollection<Document> announced;

    MongoAnnouncedIssues(MongoCollection<Document> announced) {
        this.announced = announced;
    }

    void remember(Collection<String> issues) {
        announced.bulkWrite(issues.stream()
                .map(id -> new ReplaceOneModel<>(
                        Filters.eq(ID, id), new Document(ID, id), new ReplaceOptions().upsert(true)))
                .toList());
    }

    void forget(String issue) {
        announced.deleteOne(Filters.eq(ID, issue));
    }

    /** In the order of their ids. */
    Set<String> all() {
        return announced.find().map(stored -> stored.getString(ID)).into(new TreeSet<>());
    }
}
