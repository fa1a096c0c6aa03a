package org.bellwether.ingest.state;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bellwether.ingest.backend.Complaints;
import org.bellwether.ingest.backend.MongoTrouble;
import org.bellwether.ingest.backend.StoredDocument;
import org.bellwether.ingest.schedule.NextPoll;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The saved states, one document per feed under the feed's id. Only the members known here are written: what a newer release
 * keeps beside them stays. Every call may throw what {@link MongoTrouble} tells
 * apart.
 */
public final class MongoFeedStates {

    private static final Logger LOG = Logger.getLogger(MongoFeedStates.class);

    /** In one reply. A state with its history is some 5 KB, and a store may refuse a reply of 48 MB. */
    private static final int BATCH = 500;

    private static final String WITHDRAWN = "withdrawn";
    private static final String WITHDRAWN_AT = "withdrawnAt";
    private static final String MISSED_SINCE = "missedSince";
    private static final Bson IS_WITHDRAWN = Filters.eq(WITHDRAWN, true);

    /** There is something to tell of it again. */
    private static final Bson IS_THERE =
            Updates.combine(Updates.unset(WITHDRAWN), Updates.unset(WITHDRAWN_AT), Updates.unset(MISSED_SINCE));

    private final MongoCollection<Document> collection;
    private final Complaints complaints = new Complaints();

    public MongoFeedStates(MongoDatabase database) {
        this.collection = database.getCollection("feeds");
    }

    /** All saved states. What cannot be read of one, as another release may have written it, is as if never saved. */
    public List<FeedState> all() {
        return found(Filters.empty());
    }

    /** The saved states of these feeds, as far as there are any. */
    public List<FeedState> of(Set<String> ids) {
        return found(Filters.in(FeedStateForm.ID, ids));
    }

    /** Of which feeds there is a state, be it one that cannot be read, but for those withdrawn. */
    public List<Told> told() {
        return asked(() -> {
            List<Told> told = new ArrayList<>();
            collection
                    .find(Filters.ne(WITHDRAWN, true))
                    .projection(Projections.include(FeedStateForm.ID, FeedStateForm.URL, MISSED_SINCE))
                    .batchSize(BATCH)
                    .map(StoredDocument::of)
                    .forEach(found -> {
                        @Nullable String id = found.text(FeedStateForm.ID);
                        if (id != null) {
                            told.add(new Told(id, found.text(FeedStateForm.URL), found.time(MISSED_SINCE)));
                        }
                    });
            return told;
        });
    }

    /** What tells the saved states of these feeds from others, by feed. */
    public Map<String, Mark> marks(Set<String> ids) {
        return asked(() -> {
            Map<String, Mark> marks = new HashMap<>();
            collection
                    .find(Filters.in(FeedStateForm.ID, ids))
                    .projection(Projections.include(
                            FeedStateForm.ID,
                            FeedStateForm.LAST_POLL,
                            FeedStateForm.LAST_SUCCESS,
                            FeedStateForm.PUBLISHED))
                    .batchSize(BATCH)
                    .map(StoredDocument::of)
                    .forEach(found -> {
                        @Nullable String id = found.text(FeedStateForm.ID);
                        if (id != null) {
                            marks.put(id, FeedStateForm.mark(found));
                        }
                    });
            return marks;
        });
    }

    /** Which feeds were read since then and showed entries, and did not only say that nothing had changed. */
    public Set<String> readSince(Instant time) {
        return asked(() -> {
            Set<String> ids = new HashSet<>();
            collection
                    .find(Filters.gte(FeedStateForm.LAST_READ, Date.from(time)))
                    .projection(Projections.include(FeedStateForm.ID))
                    .batchSize(BATCH)
                    .forEach(document -> ids.add(String.valueOf(document.get(FeedStateForm.ID))));
            return ids;
        });
    }

    /** Notes that these feeds are in no catalogue of who should poll them, where nobody has noted that yet. */
    public void miss(Collection<String> feedIds, Instant since) {
        update(feedIds, Filters.exists(MISSED_SINCE, false), Updates.set(MISSED_SINCE, Date.from(since)));
    }

    /** Notes that these feeds are in a catalogue after all. */
    public void claim(Collection<String> feedIds) {
        update(feedIds, Filters.empty(), Updates.unset(MISSED_SINCE));
    }

    /**
     * Notes that nothing is told of these feeds any more. Their states are kept for a while: they may come back to the
     * catalogue, and are no new feeds then. But none is pushed then, as its hub is told to push no more.
     */
    public void withdraw(Collection<String> feedIds, Instant at) {
        update(
                feedIds,
                Filters.eq(FeedStateForm.NEXT_CAUSE, NextPoll.Cause.PUSHED.name()),
                Updates.unset(FeedStateForm.NEXT));
        update(
                feedIds,
                Filters.empty(),
                Updates.combine(Updates.set(WITHDRAWN, true), Updates.set(WITHDRAWN_AT, Date.from(at))));
    }

    /**
     * Forgets feeds that were withdrawn before that. Earlier releases did not note when, so for theirs the time begins now.
     *
     * @return how many
     */
    public long forgetWithdrawnBefore(Instant longAgo, Instant now) {
        return asked(() -> {
            collection.updateMany(
                    Filters.and(IS_WITHDRAWN, Filters.exists(WITHDRAWN_AT, false)),
                    Updates.set(WITHDRAWN_AT, Date.from(now)));
            return collection
                    .deleteMany(Filters.and(IS_WITHDRAWN, Filters.lt(WITHDRAWN_AT, Date.from(longAgo))))
                    .getDeletedCount();
        });
    }

    /** Saves a state in place of the feed's former one. */
    public void save(FeedState state) {
        List<Bson> all = new ArrayList<>(List.of(IS_THERE));
        members(state).forEach((name, value) -> all.add(Updates.set(name, value)));
        asked(() -> collection.updateOne(
                Filters.eq(FeedStateForm.ID, state.feedId()), Updates.combine(all), new UpdateOptions().upsert(true)));
    }

    /** Saves the first states of feeds, of which something is told now. One that has a state, by whomever, keeps it. */
    public void begin(List<FeedState> states) {
        if (!states.isEmpty()) {
            asked(() -> collection.bulkWrite(
                    states.stream().map(MongoFeedStates::first).toList(), new BulkWriteOptions().ordered(false)));
        }
    }

    private static UpdateOneModel<Document> first(FeedState state) {
        List<Bson> all = new ArrayList<>(List.of(IS_THERE));
        members(state).forEach((name, value) -> all.add(Updates.setOnInsert(name, value)));
        return new UpdateOneModel<>(
                Filters.eq(FeedStateForm.ID, state.feedId()), Updates.combine(all), new UpdateOptions().upsert(true));
    }

    private static Document members(FeedState state) {
        Document members = FeedStateForm.write(state);
        members.remove(FeedStateForm.ID);
        return members;
    }

    private List<FeedState> found(Bson which) {
        return asked(() -> {
            List<FeedState> states = new ArrayList<>();
            collection
                    .find(which)
                    .batchSize(BATCH)
                    .forEach(document -> read(document).ifPresent(states::add));
            return states;
        });
    }

    private Optional<FeedState> read(Document document) {
        StoredDocument from = StoredDocument.of(document);
        Optional<FeedState> state = FeedStateForm.read(from);
        String id = String.valueOf(document.get(FeedStateForm.ID));
        if (complaints.isNews(id, from.faults())) {
            LOG.warnf(
                    "The saved state of feed %s is %s: %s",
                    id, state.isPresent() ? "read without what is wrong in it" : "passed over", from.faults());
        }
        return state;
    }

    private void update(Collection<String> feedIds, Bson where, Bson how) {
        if (!feedIds.isEmpty()) {
            asked(() -> collection.updateMany(Filters.and(Filters.in(FeedStateForm.ID, feedIds), where), how));
        }
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }
}
