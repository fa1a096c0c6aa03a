package org.bellwether.alert.subscription;

/** Says something about a subscription to its owner, by the subscription's own channel; takes care of retries itself. */
public interface Notices {

    /** What there is to say. */
    enum Kind {
        /** Please confirm. */
        CONFIRM,
        /** You are subscribed already. */
        KNOWN
    }

    void send(Kind kind, Subscription subscription);
}
