package org.bellwether.ingest.state;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.fetch.Validators;
import org.bellwether.ingest.schedule.NextPoll;
import org.bellwether.ingest.state.FeedState.Counts;
import org.bson.Document;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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
            throw BackendAwayException.store(e);
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
                    .projection(Projections.include("_id"))
                    .map(document -> document.getString("_id"))
                    .into(new HashSet<>());
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
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
            collection.updateOne(Filters.eq("_id", feedId), Updates.set(WITHDRAWN, true));
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }

    /**
     * Saves a state in place of the feed's former one.
     *
     * @throws BackendAwayException when the store did not take it
     */
    public void save(FeedState state) {
        try {
            collection.replaceOne(Filters.eq("_id", state.feedId()), write(state), new ReplaceOptions().upsert(true));
        } catch (MongoException e) {
            throw BackendAwayException.store(e);
        }
    }

    private static Document write(FeedState state) {
        @Nullable NextPoll next = state.next();
        return new Document("_id", state.feedId())
                .append("url", state.url())
                .append("state", state.state().name())
                .append("diagnosis", state.diagnosis())
                .append("etag", state.validators().etag())
                .append("lastModified", state.validators().lastModified())
                .append("lastPoll", date(state.lastPoll()))
                .append("lastSuccess", date(state.lastSuccess()))
                .append("newestItem", date(state.newestItem()))
                .append("nextPoll", date(next == null ? null : next.at()))
                .append("nextPollReason", next == null ? null : next.reason())
                .append("polls", state.counts().polls())
                .append("failures", state.counts().failures())
                .append("consecutiveFailures", state.counts().consecutiveFailures())
                .append("published", state.counts().published());
    }

    private static Optional<FeedState> readable(Document document) {
        try {
            return Optional.of(read(document));
        } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
            LOG.warnf("The saved state of feed %s is passed over: %s", document.get("_id"), e);
            return Optional.empty();
        }
    }

    private static FeedState read(Document document) {
        @Nullable Instant nextPoll = instant(document, "nextPoll");
        String reason = document.get("nextPollReason", "");
        return new FeedState(
                document.getString("_id"),
                document.getString("url"),
                State.valueOf(document.getString("state")),
                document.getString("diagnosis"),
                new Validators(document.getString("etag"), document.getString("lastModified")),
                instant(document, "lastPoll"),
                instant(document, "lastSuccess"),
                instant(document, "newestItem"),
                nextPoll == null ? null : new NextPoll(nextPoll, reason),
                new Counts(
                        document.getLong("polls"),
                        document.getLong("failures"),
                        document.getInteger("consecutiveFailures"),
                        document.getLong("published")));
    }

    private static @Nullable Date date(@Nullable Instant time) {
        return time == null ? null : Date.from(time);
    }

    private static @Nullable Instant instant(Document document, String key) {
        @Nullable Date date = document.getDate(key);
        return date == null ? null : date.toInstant();
    }
}
