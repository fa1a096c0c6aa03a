package org.bellwether.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that believes its index. The library holds each document found by its id against the query once more,
 * which for a list of ids means going through the list for each of them.
 */
final class StoreCollection extends H2Collection {

    private static final String ID = "_id";

    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
    }

    /** In turn with writes, as all else; the library lets an index come while a write goes through those there are. */
    @Override
    public synchronized void addIndex(Index<Object> index) {
        super.addIndex(index);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            Iterable<Object> positions,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        boolean settled = query.size() == 1
                && query.get(ID) instanceof Document ids
                && ids.keySet().equals(Set.of("$in"));
        return super.matchDocuments(
                settled ? new Document() : query, positions, orderBy, numberToSkip, limit, batchSize, fieldSelector);
    }
}
