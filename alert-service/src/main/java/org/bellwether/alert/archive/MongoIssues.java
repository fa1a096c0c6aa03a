package org.bellwether.alert.archive;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bellwether.events.Issue;
import org.bson.Document;

/** The issues of the taxonomy in force. */
public final class MongoIssues {

    static final String COLLECTION = "issues";

    private final MongoCollection<Document> issues;

    public MongoIssues(MongoDatabase database) {
        this.issues = database.getCollection(COLLECTION);
    }

    /** In the taxonomy's own order. */
    public List<Issue> all() {
        return issues.find()
                .sort(Sorts.ascending(Documents.RECORD + ".position", Documents.ID))
                .map(stored -> Documents.read(stored, Issue.class))
                .into(new ArrayList<>());
    }

    public Optional<Issue> byId(String id) {
        return Optional.ofNullable(issues.find(Filters.eq(Documents.ID, id)).first())
                .map(stored -> Documents.read(stored, Issue.class));
    }
}
