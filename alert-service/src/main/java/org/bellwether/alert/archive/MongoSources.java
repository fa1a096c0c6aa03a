package org.bellwether.alert.archive;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bellwether.events.SourceStatus;
import org.bson.Document;

/** How each feed does. */
public final class MongoSources {

    static final String COLLECTION = "sources";

    private final MongoCollection<Document> sources;

    public MongoSources(MongoDatabase database) {
        this.sources = database.getCollection(COLLECTION);
    }

    /** By feed id. */
    public List<SourceStatus> all() {
        return sources.find()
                .sort(Sorts.ascending(Documents.ID))
                .map(stored -> Documents.read(stored, SourceStatus.class))
                .into(new ArrayList<>());
    }

    public Optional<SourceStatus> byId(String id) {
        return Optional.ofNullable(sources.find(Filters.eq(Documents.ID, id)).first())
                .map(stored -> Documents.read(stored, SourceStatus.class));
    }
}
