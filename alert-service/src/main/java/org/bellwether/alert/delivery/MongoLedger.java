package org.bellwether.alert.delivery;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bellwether.alert.channel.ChannelKind;
import org.bellwether.events.Alert;
import org.bellwether.messaging.EventJson;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of deliveries. A row is open until it has a verdict that ends it; an open row is due at some time, and
 * claiming it moves that time to the end of the claimant's lease, so that the row of an instance that died comes due by
 * itself. Each claim of a row has its own number, so that a claimant whose lease was taken over changes nothing in it.
 */
public final class MongoLedger {

    static final String COLLECTION = "deliveries";
    static final String ALERTS = "deliveryAlerts";

    static final String ID = "_id";
    static final String STATE = "state";
    static final String OPEN = "open";
    private static final String CHANNEL = "channel";
    static final String DUE_AT = "dueAt";
    private static final String ATTEMPTS = "attempts";
    static final String ENDED_AT = "endedAt";
    static final String REASON = "reason";
    static final String SUBSCRIPTION = "subscriptionId";
    static final String CLAIM = "claim";
    static final String WAITS = "waits";
    /** Whether somebody is at it, as long as the lease lasts. */
    static final String HELD = "held";

    static final String INDICATOR = "indicatorId";
    private static final String EPISODE = "episode";
    private static final String RANK = "rank";
    private static final String DETECTED_AT = "detectedAt";

    private final MongoCollection<Document> deliveries;
    private final MongoCollection<Document> alerts;
    private final MongoTurns turns;

    public MongoLedger(MongoDatabase database) {
        this.deliveries = database.getCollection(COLLECTION);
        this.alerts = database.getCollection(ALERTS);
        this.turns = new MongoTurns(deliveries);
    }

    /** Whose turn it is among the rows. */
    MongoTurns turns() {
        return turns;
    }

    /**
     * Creates the indexes that are not there.
     *
     * @param keep how long a row stays after its end; longer than the topic, or a replay would send again
     */
    public void prepare(Duration keep) {
        deliveries.createIndex(Indexes.ascending(STATE, CHANNEL, DUE_AT));
        deliveries.createIndex(Indexes.ascending(SUBSCRIPTION, INDICATOR));
        IndexOptions expiry = new IndexOptions().expireAfter(keep.toSeconds(), TimeUnit.SECONDS);
        deliveries.createIndex(Indexes.ascending(ENDED_AT), expiry);
        alerts.createIndex(Indexes.ascending("plannedAt"), expiry);
    }

    /** Opens the rows that are not there, due now; those that are stay as they are. */
    public void open(List<Delivery> planned, Instant now) {
        if (planned.isEmpty()) {
            return;
        }
        List<Document> rows =
                planned.stream().map(delivery -> write(delivery, now)).toList();
        try {
            deliveries.insertMany(rows, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            boolean onlyDuplicates = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!onlyDuplicates) {
                throw e;
            }
        }
    }

    /** Keeps the alert as long as its rows need it. */
    public void keep(Alert alert, Instant now) {
        Document kept = new Document(ID, alert.id())
                .append("plannedAt", Date.from(now))
                .append("json", new String(EventJson.write(alert), StandardCharsets.UTF_8));
        try {
            alerts.replaceOne(Filters.eq(ID, alert.id()), kept, new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            // Another instance was adding the same alert: of two upserts at once the later may find the id taken.
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    public Optional<Alert> alert(String id) {
        return Optional.ofNullable(alerts.find(Filters.eq(ID, id)).first())
                .map(kept -> EventJson.read(kept.getString("json").getBytes(StandardCharsets.UTF_8), Alert.class));
    }

    /** Open rows of one channel that are due, longest first. */
    public List<Delivery> due(ChannelKind channel, Instant now, int limit) {
        return deliveries
                .find(Filters.and(
                        Filters.eq(STATE, OPEN),
                        Filters.eq(CHANNEL, channel.id()),
                        Filters.lte(DUE_AT, Date.from(now))))
                .sort(Sorts.ascending(DUE_AT))
                .limit(limit)
                .map(MongoLedger::read)
                .into(new ArrayList<>());
    }

    /**
     * Takes a row for one attempt; nobody else gets it before the lease ends.
     *
     * @return the row with the attempt counted; empty when it is not due, done, or somebody else's
     */
    public Optional<Delivery> claim(String id, Instant now, Duration lease) {
        Bson due = Filters.and(Filters.eq(ID, id), Filters.eq(STATE, OPEN), Filters.lte(DUE_AT, Date.from(now)));
        Bson leased = Updates.combine(
                Updates.set(DUE_AT, Date.from(now.plus(lease))),
                Updates.unset(WAITS),
                Updates.set(HELD, true),
                Updates.inc(ATTEMPTS, 1),
                Updates.inc(CLAIM, 1));
        return Optional.ofNullable(deliveries.findOneAndUpdate(
                        due, leased, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(MongoLedger::read);
    }

    /**
     * Notes what became of the attempt; of no effect when another claimant has the row by now. What ends a row brings
     * those forward that wait for it. Done twice, it is as if done once.
     */
    public void settle(Delivery claimed, Verdict verdict, Instant now) {
        Bson mine =
                Filters.and(Filters.eq(ID, claimed.id()), Filters.eq(STATE, OPEN), Filters.eq(CLAIM, claimed.claim()));
        deliveries.updateOne(mine, update(claimed, verdict, now));
        Delivery.Place place = claimed.place();
        if (place == null) {
            return;
        }
        if (verdict.isEnd()) {
            turns.passOn(claimed, place, now);
        } else if (verdict instanceof Verdict.Waits && !turns.mustWait(claimed, now)) {
            // What it waits for ended after it was looked at, and before the row said that it waits.
            turns.callUp(claimed, now);
        }
    }

    private static Bson update(Delivery claimed, Verdict verdict, Instant now) {
        if (verdict instanceof Verdict.Again again) {
            return Updates.combine(
                    Updates.set(DUE_AT, Date.from(now.plus(again.after()))),
                    Updates.unset(HELD),
                    Updates.set(REASON, again.reason()));
        }
        if (verdict instanceof Verdict.Waits waits) {
            // The attempt that claiming has counted was none.
            return Updates.combine(
                    Updates.set(DUE_AT, Date.from(now.plus(waits.after()))),
                    Updates.set(WAITS, true),
                    Updates.unset(HELD),
                    Updates.set(REASON, waits.reason()),
                    Updates.set(ATTEMPTS, claimed.attempts() - 1));
        }
        Bson ended = Updates.combine(
                Updates.set(STATE, verdict.outcome()), Updates.set(ENDED_AT, Date.from(now)), Updates.unset(HELD));
        if (verdict instanceof Verdict.Failed failed) {
            return Updates.combine(ended, Updates.set(REASON, failed.reason()));
        }
        if (verdict instanceof Verdict.Dropped dropped) {
            return Updates.combine(ended, Updates.set(REASON, dropped.reason()));
        }
        return Updates.combine(ended, Updates.unset(REASON));
    }

    /** Rows by state: {@code open}, or a verdict's outcome. */
    public long count(String state) {
        return deliveries.countDocuments(Filters.eq(STATE, state));
    }

    private static Document write(Delivery delivery, Instant now) {
        Document row = new Document(ID, delivery.id())
                .append(SUBSCRIPTION, delivery.subscriptionId())
                .append(CHANNEL, delivery.channel().id())
                .append("content", delivery.content())
                .append("alertId", delivery.alertId())
                .append(STATE, OPEN)
                .append(ATTEMPTS, 0)
                .append("plannedAt", Date.from(now))
                .append(DUE_AT, Date.from(now));
        Delivery.Place place = delivery.place();
        if (place != null) {
            row.append(INDICATOR, place.indicatorId())
                    .append(EPISODE, place.episode())
                    .append(RANK, place.rank())
                    .append(DETECTED_AT, Date.from(place.detectedAt()));
        }
        return row;
    }

    static Delivery.@Nullable Place place(Document stored) {
        @Nullable String indicator = stored.getString(INDICATOR);
        return indicator == null
                ? null
                : new Delivery.Place(
                        indicator,
                        stored.getDate(DETECTED_AT).toInstant(),
                        stored.getInteger(EPISODE, 0),
                        stored.getInteger(RANK, 0));
    }

    private static Delivery read(Document stored) {
        return new Delivery(
                stored.getString(ID),
                stored.getString(SUBSCRIPTION),
                ChannelKind.byId(stored.getString(CHANNEL)).orElseThrow(),
                stored.getString("content"),
                stored.getString("alertId"),
                place(stored),
                stored.getInteger(ATTEMPTS, 0),
                stored.getInteger(CLAIM, 0));
    }
}
