package org.bellwether.ingest.backend;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.BSONException;
import org.bson.Document;

/**
 * A collection of the store whose documents age by one of their members. Every call throws {@link BackendAwayException} when the store does
 * not answer, and {@link StoreRefusedException} when it answers that it will not.
 */
public final class MongoShelf {

    private final MongoCollection<Document> collection;
    private final String dated;

    /**
     * @param name of the collection
     * @param dated the member by which its documents age
     */
    public MongoShelf(MongoDatabase database, String name, String dated) {
        this.collection = database.getCollection(name);
        this.dated = dated;
    }

    /** Asks something of the collection. */
    public <T> T ask(Function<MongoCollection<Document>, T> question) {
        try {
            return question.apply(collection);
        } catch (MongoException | BSONException e) {
            throw MongoTrouble.of(e);
        }
    }

    /** Has something done to the collection. */
    public void tell(Consumer<MongoCollection<Document>> order) {
        try {
            order.accept(collection);
        } catch (MongoException | BSONException e) {
            throw MongoTrouble.of(e);
        }
    }

    /** Declares the index that forgetting goes by. */
    public void ensureIndex() {
        tell(documents -> documents.createIndex(Indexes.ascending(dated)));
    }

    /** Forgets what is older than that; returns how much it was. */
    public long forgetBefore(Instant time) {
        return ask(documents ->
                documents.deleteMany(Filters.lt(dated, Date.from(time))).getDeletedCount());
    }
}
