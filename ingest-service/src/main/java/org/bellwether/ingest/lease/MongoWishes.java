package org.bellwether.ingest.lease;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.MongoTrouble;
import org.bson.Document;

/**
 * Feeds that somebody wants polled now and that another instance holds, or nobody yet; it looks here with each of its beats.
 * Every call may throw {@link BackendAwayException}.
 */
public final class MongoWishes {

    private static final String ID = "_id";
    /** In one reply. */
    private static final int BATCH = 1000;

    private final MongoCollection<Document> collection;

    public MongoWishes(MongoDatabase database) {
        this.collection = database.getCollection("wishes");
    }

    /** Notes one; a second for the same feed is the same. */
    public void note(String feedId) {
        try {
            collection.replaceOne(Filters.eq(ID, feedId), new Document(ID, feedId), new ReplaceOptions().upsert(true));
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /** The feeds that are wished for, by id. */
    public List<String> all() {
        try {
            return collection
                    .find()
                    .batchSize(BATCH)
                    .map(wish -> wish.getString(ID))
                    .into(new ArrayList<>());
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /** Takes one off the list, which is granted or in vain. */
    public void take(String feedId) {
        try {
            collection.deleteOne(Filters.eq(ID, feedId));
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }
}
