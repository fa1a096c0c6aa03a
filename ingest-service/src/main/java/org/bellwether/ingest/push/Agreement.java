package org.bellwether.ingest.push;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bellwether.ingest.push.Subscription.State;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed with one of a feed's hubs, or is to be.
 *
 * @param hubs of which one is asked
 * @param credentials that the hub asked has; another is given others
 * @param state as of the last event
 * @param leaseUntil when it ends unless renewed (UTC); absent when the hub has never confirmed it, or refuses
 */
record Agreement(
        Hubs hubs,
        Credentials credentials,
        State state,
        @Nullable Instant leaseUntil) {

    /** Of a lease, when it is renewed: what is renewed by the minute is not given up to try another hub. */
    private static final Duration WORTH_A_CHANGE = Duration.ofMinutes(10);

    /** Nothing is yet. */
    static Agreement sought(Hubs hubs, Credentials credentials) {
        return new Agreement(hubs, credentials, State.PENDING, null);
    }

    /** With whom. */
    URI hub() {
        return hubs.asked();
    }

    /** How it stands at that moment. */
    State stateAt(Instant now) {
        return state == State.ACTIVE && !isLeased(now) ? State.LAPSED : state;
    }

    boolean isLeased(Instant now) {
        return leaseUntil != null && leaseUntil.isAfter(now);
    }

    boolean isSigned() {
        return Hubs.isPrivate(hub());
    }

    /** Whether its hub can only hint, there is one that can be trusted with more, and the lease is worth the trouble. */
    boolean isBetterElsewhere(Instant now) {
        return stateAt(now) == State.ACTIVE && !isSigned() && hubs.haveAPrivate() && isLeased(now.plus(WORTH_A_CHANGE));
    }

    /** One with the next of the hubs; from one that has confirmed, with the first that can be trusted. */
    Agreement turned(Credentials fresh, Instant now) {
        return sought(stateAt(now) == State.ACTIVE ? hubs.privateFirst() : hubs.next(), fresh);
    }

    /** Its hub is about to be asked. */
    Agreement asked(Instant now) {
        State stands = stateAt(now);
        return stands == State.DENIED ? with(State.PENDING, leaseUntil) : with(stands, leaseUntil);
    }

    Agreement confirmed(Instant until) {
        return with(State.ACTIVE, until);
    }

    Agreement denied() {
        return with(State.DENIED, null);
    }

    Agreement leaving() {
        return with(State.LEAVING, leaseUntil);
    }

    /** With other hubs beside the one asked, as they are offered now. */
    Agreement beside(List<URI> offered) {
        return new Agreement(hubs.beside(offered), credentials, state, leaseUntil);
    }

    private Agreement with(State then, @Nullable Instant until) {
        return new Agreement(hubs, credentials, then, until);
    }
}
