package org.bellwether.ingest.push;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.Complaints;
import org.bellwether.ingest.backend.MongoTrouble;
import org.bellwether.ingest.backend.StoredDocument;
import org.bellwether.ingest.push.Subscription.State;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jboss.logging.Logger;

/**
 * The subscriptions of all instances, one document per feed under its id. A change is written only where nobody wrote another
 * meanwhile, and only the members known here: what a newer release keeps beside them stays. One that cannot be read is told once
 * and left alone, as if its feed had none. Every call may throw {@link BackendAwayException}.
 */
public final class MongoSubscriptions {

    /** In one reply. */
    private static final int BATCH = 1000;

    private static final Logger LOG = Logger.getLogger(MongoSubscriptions.class);
    private static final int MOST_TRIES = 20;

    private final MongoCollection<Document> collection;
    private final Complaints complaints = new Complaints();
    /** Not looked at among those due for a while, or they would stand before all others. */
    private final Set<String> leftAlone = ConcurrentHashMap.newKeySet();

    public MongoSubscriptions(MongoDatabase database) {
        this.collection = database.getCollection("subscriptions");
    }

    /** Declares the index that {@link #due} goes by. */
    void ensureIndex() {
        try {
            collection.createIndex(Indexes.ascending(SubscriptionForm.DUE));
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    Optional<Subscription> of(String feedId) {
        try {
            return Optional.ofNullable(collection.find(byId(feedId)).first()).flatMap(this::read);
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /** Which feeds have one. */
    Set<String> ids() {
        return ids(Filters.empty());
    }

    /** How many of them their hubs have confirmed. */
    int active() {
        return ids(Filters.eq(SubscriptionForm.STATE, State.ACTIVE.name())).size();
    }

    /** Those about which something is to be done, the longest due first. */
    List<Subscription> due(Instant now, int most) {
        try {
            List<Subscription> due = new ArrayList<>();
            collection
                    .find(Filters.and(
                            Filters.lte(SubscriptionForm.DUE, Date.from(now)),
                            Filters.nin(SubscriptionForm.ID, leftAlone)))
                    .sort(Sorts.ascending(SubscriptionForm.DUE))
                    .limit(most)
                    .forEach(document -> read(document).ifPresent(due::add));
            return due;
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /** Looks anew at those that could not be read: somebody may have mended them. */
    void reconsider() {
        leftAlone.clear();
    }

    /** Adds the first of a feed; false when it has one. */
    boolean add(Subscription subscription) {
        try {
            collection.insertOne(SubscriptionForm.write(subscription));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw MongoTrouble.of(e);
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /** Puts a changed one in place of the one it was made of; false when that is not there any more. */
    boolean replace(Subscription changed) {
        try {
            Document members = SubscriptionForm.write(changed.at(changed.revision() + 1));
            members.remove(SubscriptionForm.ID);
            return collection
                            .updateOne(asItWas(changed), new Document("$set", members))
                            .getMatchedCount()
                    == 1;
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /** Removes one, unless it was changed meanwhile. */
    boolean remove(Subscription subscription) {
        try {
            return collection.deleteOne(asItWas(subscription)).getDeletedCount() == 1;
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    /**
     * Changes a feed's subscription, if it has one, by what it is at the time of writing.
     *
     * @param step asked again when another instance changed it meanwhile; returns what it was given for no change
     * @return as it is now
     */
    Optional<Subscription> change(String feedId, UnaryOperator<Subscription> step) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Subscription> before = of(feedId);
            if (before.isEmpty()) {
                return before;
            }
            Subscription after = step.apply(before.get());
            if (after.equals(before.get()) || replace(after)) {
                return Optional.of(after);
            }
        }
        throw new IllegalStateException("the subscription of " + feedId + " changes all the time");
    }

    private Set<String> ids(Bson which) {
        try {
            Set<String> ids = new HashSet<>();
            collection
                    .find(which)
                    .projection(Projections.include(SubscriptionForm.ID))
                    .batchSize(BATCH)
                    .forEach(document -> ids.add(String.valueOf(document.get(SubscriptionForm.ID))));
            return ids;
        } catch (MongoException e) {
            throw MongoTrouble.of(e);
        }
    }

    private Optional<Subscription> read(Document document) {
        StoredDocument from = StoredDocument.of(document);
        Optional<Subscription> subscription = SubscriptionForm.read(from);
        String id = String.valueOf(document.get(SubscriptionForm.ID));
        if (subscription.isPresent()) {
            leftAlone.remove(id);
        } else {
            leftAlone.add(id);
        }
        if (complaints.isNews(id, from.faults())) {
            LOG.warnf(
                    "The subscription of feed %s is left alone, and the feed polled, until its document can be read: %s",
                    id, from.faults());
        }
        return subscription;
    }

    private static Bson byId(String feedId) {
        return Filters.eq(SubscriptionForm.ID, feedId);
    }

    private static Bson asItWas(Subscription subscription) {
        return Filters.and(byId(subscription.feedId()), Filters.eq(SubscriptionForm.REVISION, subscription.revision()));
    }
}
