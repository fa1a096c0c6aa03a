package org.bellwether.embedded;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A unique index that also answers for queries that say more than its keys, as a MongoDB index does: it finds the one
 * document in question, and the collection holds that against the rest of the query. The library's own would have the
 * whole collection read for an update of {@code _id} guarded by a version.
 */
final class StoreIndex extends AbstractUniqueIndex<Object> {

    private static final String AND = "$and";

    private final MVMap<KeyValue, Object> positions;

    StoreIndex(MVMap<KeyValue, Object> positions, String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.positions = positions;
    }

    @Override
    public boolean canHandle(Document query) {
        return super.canHandle(ownPart(query));
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        return super.getPositions(ownPart(query));
    }

    /** What the query says of this index's keys: at its top, or in a conjunction there, where the driver writes it. */
    private Document ownPart(Document query) {
        Document part = new Document();
        take(query, part);
        if (query.get(AND) instanceof Collection<?> conjunction) {
            conjunction.forEach(clause -> take((Document) clause, part));
        }
        return part;
    }

    private void take(Document clause, Document part) {
        for (String key : keys()) {
            if (clause.containsKey(key)) {
                part.putIfAbsent(key, clause.get(key));
            }
        }
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return positions.get(key);
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return positions.putIfAbsent(key, Missing.ofNullable(position)) == null;
    }

    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return positions.remove(key);
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return positions.entrySet();
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
