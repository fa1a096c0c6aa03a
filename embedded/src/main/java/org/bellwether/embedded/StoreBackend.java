package org.bellwether.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * The library's store on disk with the keys of its indexes and its documents in BSON: the library would keep them as
 * serialised Java objects, and serialise two keys for every step of a look-up. The maps' names are the library's, which lists,
 * moves and drops them by name.
 */
final class StoreBackend extends H2Backend {

    /** For the pages that many look-ups by chance ids touch; what is not in it is read and decoded anew. */
    private static final int CACHE_MIB = 48;

    /** In memory. Small, as a page is written whole when one of its documents changes, and chance ids change one of each. */
    private static final int PAGE_MEMORY_BYTES = 4 * 1024;

    /** Not yet written. A second's worth at full load: it is written every second anyway, and oftener costs more pages. */
    private static final int UNSAVED_KIB = 16 * 1024;

    /** Of the file, live data. More is not worth the copying of what lives, which by default took a tenth of full load. */
    private static final int FILLED_PERCENT = 50;

    /** Documents of a reply where the client leaves that to the store, which would send all; a client refuses 48 MB. */
    private static final int BATCH = 200;

    StoreBackend(String file) {
        super(new MVStore.Builder()
                .fileName(file)
                .cacheSize(CACHE_MIB)
                .pageSplitSize(PAGE_MEMORY_BYTES)
                .autoCommitBufferSize(UNSAVED_KIB)
                .autoCompactFillRate(FILLED_PERCENT)
                .open());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document command = message.getDocument();
        if (command.containsKey("getMore") || (command.containsKey("find") && !command.containsKey("limit"))) {
            command.putIfAbsent("batchSize", BATCH);
        }
        return super.handleMessage(message);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoreDatabase(name);
    }

    /** Inner, because the library opens collections while it is still being constructed, before fields would be set. */
    private final class StoreDatabase extends H2Database {

        StoreDatabase(String name) {
            super(name, getMvStore(), getCursorRegistry());
        }

        @Override
        protected Index<Object> openOrCreateUniqueIndex(
                String collection, String index, List<IndexKey> keys, boolean sparse) {
            MVMap<KeyValue, Object> positions = getMvStore()
                    .openMap(
                            getFullCollectionNamespace(collection) + "._index_" + index,
                            new MVMap.Builder<KeyValue, Object>().keyType(BsonType.KEY));
            return new StoreIndex(positions, index, keys, sparse);
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
            String namespace = getFullCollectionNamespace(collection);
            MVMap<Object, Document> documents = getMvStore()
                    .openMap(
                            "databases." + namespace,
                            new MVMap.Builder<Object, Document>().valueType(BsonType.DOCUMENT));
            MVMap<String, Object> meta = getMvStore().openMap("meta." + namespace);
            return new StoreCollection(this, collection, options, documents, meta, cursorRegistry);
        }
    }
}
