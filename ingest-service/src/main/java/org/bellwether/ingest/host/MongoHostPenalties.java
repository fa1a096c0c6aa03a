package org.bellwether.ingest.host;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bellwether.ingest.backend.MongoShelf;
import org.bson.Document;

/** The penalties and strikes of hosts, one document each under the host's name; few at any time. */
public final class MongoHostPenalties {

    private static final String ID = "_id";
    /** In one reply. */
    private static final int BATCH = 1000;

    private static final String UNTIL = "until";
    private static final String STRIKES = "strikes";
    private static final String REASON = "reason";

    private final MongoShelf shelf;

    public MongoHostPenalties(MongoDatabase database) {
        this.shelf = new MongoShelf(database, "host_penalties", UNTIL);
    }

    /**
     * All that is saved.
     *
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store cannot be asked
     */
    public List<HostPenalty> all() {
        return shelf.ask(penalties ->
                penalties.find().batchSize(BATCH).map(MongoHostPenalties::read).into(new ArrayList<>()));
    }

    /**
     * Saves some in place of what was saved of their hosts, and lets go of others, unless another instance has saved anew of them.
     *
     * @throws org.bellwether.ingest.backend.BackendAwayException when the store did not take it all
     */
    public void save(Collection<HostPenalty> changed, Collection<HostPenalty> over) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        changed.forEach(penalty -> writes.add(new ReplaceOneModel<>(
                Filters.eq(ID, penalty.host()), write(penalty), new ReplaceOptions().upsert(true))));
        over.forEach(penalty -> writes.add(new DeleteOneModel<>(
                Filters.and(Filters.eq(ID, penalty.host()), Filters.eq(UNTIL, Date.from(penalty.until()))))));
        if (!writes.isEmpty()) {
            shelf.tell(penalties -> penalties.bulkWrite(writes));
        }
    }

    private static Document write(HostPenalty penalty) {
        return new Document(ID, penalty.host())
                .append(UNTIL, Date.from(penalty.until()))
                .append(STRIKES, penalty.strikes())
                .append(REASON, penalty.reason());
    }

    private static HostPenalty read(Document from) {
        return new HostPenalty(
                from.getString(ID), from.getDate(UNTIL).toInstant(), from.getInteger(STRIKES), from.getString(REASON));
    }
}
