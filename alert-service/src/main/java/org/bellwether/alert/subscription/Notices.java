package org.bellwether.alert.subscription;

import java.time.Instant;

/** Says something about a subscription to its owner, by the subscription's own channel; takes care of retries itself. */
public interface Notices {

    /** What there is to say. */
    enum Kind {
        /** Please confirm. */
        CONFIRM,
        /** You are subscribed already. */
        KNOWN
    }

    /**
     * Has it sent, once for an occasion however often that is asked for.
     *
     * @param occasion tells this notice from others of its kind to the same subscription (UTC)
     */
    void send(Kind kind, Subscription subscription, Instant occasion);
}
