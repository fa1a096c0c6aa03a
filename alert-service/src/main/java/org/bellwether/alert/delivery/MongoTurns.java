package org.bellwether.alert.delivery;

import static org.bellwether.alert.delivery.MongoLedger.CLAIM;
import static org.bellwether.alert.delivery.MongoLedger.DUE_AT;
import static org.bellwether.alert.delivery.MongoLedger.ENDED_AT;
import static org.bellwether.alert.delivery.MongoLedger.HELD;
import static org.bellwether.alert.delivery.MongoLedger.ID;
import static org.bellwether.alert.delivery.MongoLedger.INDICATOR;
import static org.bellwether.alert.delivery.MongoLedger.OPEN;
import static org.bellwether.alert.delivery.MongoLedger.REASON;
import static org.bellwether.alert.delivery.MongoLedger.STATE;
import static org.bellwether.alert.delivery.MongoLedger.SUBSCRIPTION;
import static org.bellwether.alert.delivery.MongoLedger.WAITS;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Whose turn it is among the open rows of one subscription and one indicator. A firing waits for nothing that is still
 * tried: it is the news, and takes the place of the end of an earlier one that has not arrived. What changes a firing
 * waits for that firing, and its end for everything before it, so that the last word is the true one.
 */
final class MongoTurns {

    private static final String SENT = new Verdict.Sent().outcome();
    private static final String DROPPED = new Verdict.Dropped("").outcome();

    private final MongoCollection<Document> deliveries;

    MongoTurns(MongoCollection<Document> deliveries) {
        this.deliveries = deliveries;
    }

    /**
     * How it stands with what comes first.
     *
     * @param open rows it must wait for
     * @param due when the last of these is due; 1970 when there is none
     * @param sent rows of the same firing that arrived
     */
    record Earlier(int open, Instant due, int sent) {}

    private record Row(String id, Delivery.Place place, String state, Instant dueAt, boolean held) {

        boolean isOpen() {
            return state.equals(OPEN);
        }
    }

    /** A notice has nothing before it. */
    Earlier before(Delivery delivery, Instant now) {
        Delivery.Place place = delivery.place();
        if (place == null) {
            return new Earlier(0, Instant.EPOCH, 0);
        }
        List<Row> all = rowsBefore(delivery, place);
        List<Row> firing = sinceTheFiring(all);
        List<Row> open = all.stream().filter(Row::isOpen).toList();
        if (place.isFirst()) {
            open = open.stream()
                    .filter(row ->
                            row.place().isLast() && row.held() && row.dueAt().isAfter(now))
                    .toList();
        } else if (!place.isLast()) {
            open = firing.stream().filter(Row::isOpen).toList();
        }
        return new Earlier(
                open.size(),
                open.stream().map(Row::dueAt).max(Comparator.naturalOrder()).orElse(Instant.EPOCH),
                (int) firing.stream().filter(row -> row.state().equals(SENT)).count());
    }

    boolean mustWait(Delivery delivery, Instant now) {
        return before(delivery, now).open() > 0;
    }

    /** Drops the ends of earlier firings that have not arrived, but for one that somebody is sending at this moment. */
    void overtake(Delivery firing, Instant now) {
        Delivery.Place place = firing.place();
        if (place == null || !place.isFirst()) {
            return;
        }
        for (Row row : rowsBefore(firing, place)) {
            if (row.isOpen() && row.place().isLast()) {
                Bson idle = Filters.or(Filters.ne(HELD, true), Filters.lte(DUE_AT, Date.from(now)));
                deliveries.updateOne(
                        Filters.and(Filters.eq(ID, row.id()), Filters.eq(STATE, OPEN), idle),
                        Updates.combine(
                                Updates.set(STATE, DROPPED),
                                Updates.set(ENDED_AT, Date.from(now)),
                                Updates.set(REASON, "the indicator fired again before this arrived")));
            }
        }
    }

    /** After the end of a row: those that wait for it may be looked at now. */
    void passOn(Delivery ended, Delivery.Place place, Instant now) {
        bringForward(line(ended, place), now);
    }

    /** Has a row that waits looked at now. */
    void callUp(Delivery waiting, Instant now) {
        bringForward(Filters.and(Filters.eq(ID, waiting.id()), Filters.eq(CLAIM, waiting.claim())), now);
    }

    private void bringForward(Bson rows, Instant now) {
        deliveries.updateMany(
                Filters.and(rows, Filters.eq(STATE, OPEN), Filters.eq(WAITS, true), Filters.gt(DUE_AT, Date.from(now))),
                Updates.combine(Updates.set(DUE_AT, Date.from(now)), Updates.unset(WAITS)));
    }

    /** In their order. */
    private List<Row> rowsBefore(Delivery delivery, Delivery.Place place) {
        List<Row> rows = new ArrayList<>();
        for (Document stored : deliveries.find(line(delivery, place))) {
            Delivery.Place other = MongoLedger.place(stored);
            if (other != null && other.isBefore(place)) {
                rows.add(new Row(
                        stored.getString(ID),
                        other,
                        stored.getString(STATE),
                        stored.getDate(DUE_AT).toInstant(),
                        stored.getBoolean(HELD, false)));
            }
        }
        rows.sort(Comparator.comparing(Row::place, Delivery.Place.ORDER));
        return rows;
    }

    /** What was told of the firings before says nothing of the last one. */
    private static List<Row> sinceTheFiring(List<Row> rows) {
        int from = 0;
        for (int i = 0; i < rows.size(); i++) {
            from = rows.get(i).place().isFirst() ? i : from;
        }
        return rows.subList(from, rows.size());
    }

    private static Bson line(Delivery delivery, Delivery.Place place) {
        return Filters.and(
                Filters.eq(SUBSCRIPTION, delivery.subscriptionId()), Filters.eq(INDICATOR, place.indicatorId()));
    }
}
