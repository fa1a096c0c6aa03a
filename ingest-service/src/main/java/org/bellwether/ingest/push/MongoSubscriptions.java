package org.bellwether.ingest.push;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
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
import org.bellwether.ingest.backend.Complaints;
import org.bellwether.ingest.backend.MongoShelf;
import org.bellwether.ingest.backend.StoredDocument;
import org.bellwether.ingest.push.Subscription.State;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jboss.logging.Logger;

/**
 * The subscriptions of all instances, one document per feed under its id. A change is written only where nobody wrote another
 * meanwhile, and only the members known here: what a newer release keeps beside them stays. One that cannot be read is told once
 * and left alone, as if its feed had none. Every call may throw what {@link MongoTrouble} tells apart.
 */
public final class MongoSubscriptions {

    /** In one reply. */
    private static final int BATCH = 1000;

    private static final Logger LOG = Logger.getLogger(MongoSubscriptions.class);
    private static final int MOST_TRIES = 20;

    /** In the order in which something is to be done about them; none is ever forgotten for its age. */
    private final MongoShelf shelf;

    private final Complaints complaints = new Complaints();
    /** Not looked at among those due for a while, or they would stand before all others. */
    private final Set<String> leftAlone = ConcurrentHashMap.newKeySet();

    public MongoSubscriptions(MongoDatabase database) {
        this.shelf = new MongoShelf(database, "subscriptions", SubscriptionForm.DUE);
    }

    /** Declares the index that {@link #due} goes by. */
    void ensureIndex() {
        shelf.ensureIndex();
    }

    Optional<Subscription> of(String feedId) {
        return shelf.ask(documents ->
                        Optional.ofNullable(documents.find(byId(feedId)).first()))
                .flatMap(this::read);
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
        Bson overdue = Filters.and(
                Filters.lte(SubscriptionForm.DUE, Date.from(now)), Filters.nin(SubscriptionForm.ID, leftAlone));
        List<Document> due = shelf.ask(documents -> documents
                .find(overdue)
                .sort(Sorts.ascending(SubscriptionForm.DUE))
                .limit(most)
                .into(new ArrayList<>()));
        return due.stream().flatMap(document -> read(document).stream()).toList();
    }

    /** Looks anew at those that could not be read: somebody may have mended them. */
    void reconsider() {
        leftAlone.clear();
    }

    /** Adds the first of a feed; false when it has one. */
    boolean add(Subscription subscription) {
        return shelf.ask(documents -> isNew(documents, SubscriptionForm.write(subscription)));
    }

    private static boolean isNew(MongoCollection<Document> documents, Document document) {
        try {
            documents.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /** Puts a changed one in place of the one it was made of; false when that is not there any more. */
    boolean replace(Subscription changed) {
        Document members = SubscriptionForm.write(changed.at(changed.revision() + 1));
        members.remove(SubscriptionForm.ID);
        Document update = new Document("$set", members);
        return shelf.ask(
                documents -> documents.updateOne(asItWas(changed), update).getMatchedCount() == 1);
    }

    /** Removes one, unless it was changed meanwhile. */
    boolean remove(Subscription subscription) {
        return shelf.ask(documents -> documents.deleteOne(asItWas(subscription)).getDeletedCount() == 1);
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
        return shelf.ask(documents -> documents
                .find(which)
                .projection(Projections.include(SubscriptionForm.ID))
                .batchSize(BATCH)
                .map(document -> String.valueOf(document.get(SubscriptionForm.ID)))
                .into(new HashSet<>()));
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
