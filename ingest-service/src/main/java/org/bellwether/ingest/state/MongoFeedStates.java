package org.bellwether.ingest.state;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.MongoTrouble;
import org.bson.Document;
import org.jboss.logging.Logger;

/** The saved states, one document per feed under the feed's id. */
public final class MongoFeedStates {

    private static final Logger LOG = Logger.getLogger(MongoFeedStates.class);

    private static final String WITHDRAWN = "withdrawn";

    private final MongoCollection<Document> collection;

    public MongoFeedStates(MongoDatabase database) {
        this.collection = database.getCollection("feeds");
    }

    /**
     * All saved states. One that cannot be read, as another release may have written it, is as if never saved.
     *
     * @throws BackendAwayException when the store cannot be asked
     */
    public List<FeedState> all() {
        try {
            List<FeedState> states = new ArrayList<>();
            collection.find().forEach(document -> readable(document).ifPresent(states::add));
            return states;
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /**
     * The saved states of these feeds; of one that has none, or one that cannot be read, there is none.
     *
     * @throws BackendAwayException when the store cannot be asked
     */
    public List<FeedState> of(Set<String> ids) {
        try {
            List<FeedState> states = new ArrayList<>();
            collection
                    .find(Filters.in(FeedStateForm.ID, ids))
                    .forEach(document -> readable(document).ifPresent(states::add));
            return states;
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /**
     * Of which feeds there is a state, be it one that cannot be read, but for those withdrawn.
     *
     * @throws BackendAwayException when the store cannot be asked
     */
    public Set<String> ids() {
        try {
            return collection
                    .find(Filters.ne(WITHDRAWN, true))
                    .projection(Projections.include(FeedStateForm.ID))
                    .map(document -> document.getString(FeedStateForm.ID))
                    .into(new HashSet<>());
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /**
     * Which feeds were read since then, and did not only say that nothing had changed.
     *
     * @throws BackendAwayException when the store cannot be asked
     */
    public Set<String> readSince(Instant time) {
        try {
            return collection
                    .find(Filters.gte(FeedStateForm.LAST_READ, Date.from(time)))
                    .projection(Projections.include(FeedStateForm.ID))
                    .map(document -> document.getString(FeedStateForm.ID))
                    .into(new HashSet<>());
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /**
     * Notes that nothing is told of the feed any more. Its state is kept until the next is {@linkplain #save saved}: it may
     * come back to the catalogue, and is no new feed then.
     *
     * @throws BackendAwayException when the store did not do it
     */
    public void withdraw(String feedId) {
        try {
            collection.updateOne(Filters.eq(FeedStateForm.ID, feedId), Updates.set(WITHDRAWN, true));
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /**
     * Saves a state in place of the feed's former one.
     *
     * @throws BackendAwayException when the store did not take it
     */
    public void save(FeedState state) {
        try {
            collection.replaceOne(
                    Filters.eq(FeedStateForm.ID, state.feedId()),
                    FeedStateForm.write(state),
                    new ReplaceOptions().upsert(true));
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /**
     * Saves states of feeds that have none yet, or in place of their former ones.
     *
     * @throws BackendAwayException when the store did not take them all
     */
    public void save(List<FeedState> states) {
        if (states.isEmpty()) {
            return;
        }
        try {
            collection.bulkWrite(
                    states.stream()
                            .map(state -> new ReplaceOneModel<>(
                                    Filters.eq(FeedStateForm.ID, state.feedId()),
                                    FeedStateForm.write(state),
                                    new ReplaceOptions().upsert(true)))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    private static Optional<FeedState> readable(Document document) {
        try {
            return Optional.of(FeedStateForm.read(document));
        } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
            LOG.warnf("The saved state of feed %s is passed over: %s", document.get(FeedStateForm.ID), e);
            return Optional.empty();
        }
    }
}
