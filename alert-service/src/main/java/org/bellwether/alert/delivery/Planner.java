package org.bellwether.alert.delivery;

import java.time.InstantSource;
import java.util.List;
import org.bellwether.alert.subscription.MongoSubscriptions;
import org.bellwether.events.Alert;

/** Decides who gets an alert, and opens a row for each in the ledger. */
public final class Planner {

    private final MongoSubscriptions subscriptions;
    private final MongoLedger ledger;
    private final InstantSource clock;

    public Planner(MongoSubscriptions subscriptions, MongoLedger ledger, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Doing so again with the same alert adds nothing. */
    public List<Delivery> plan(Alert alert) {
        List<Delivery> planned = subscriptions.confirmed().stream()
                .filter(subscription -> subscription.whyNot(alert).isEmpty())
                .map(subscription -> Delivery.ofAlert(alert, subscription.id(), subscription.channel()))
                .toList();
        if (!planned.isEmpty()) {
            // The alert first: a row whose alert is not there yet could be taken up by another instance.
            ledger.keep(alert, clock.instant());
            ledger.open(planned, clock.instant());
        }
        return planned;
    }
}
