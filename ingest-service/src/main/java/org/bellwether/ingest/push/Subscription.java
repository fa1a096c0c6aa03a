package org.bellwether.ingest.push;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A feed's subscription at one of its hubs. Its methods are what can happen to it, each with what becomes of it then: when a
 * hub is asked is decided by {@link Asking}, which by {@link Hubs}, what its pushes are worth by {@link Pushing}.
 *
 * @param hubs of which one is asked
 * @param topic address under which hubs know the feed
 * @param credentials that the hub asked has; another is given others
 * @param state as of the last event
 * @param asking how the hub is asked
 * @param pushing what it pushed
 * @param leaseUntil when it ends unless renewed (UTC); absent when the hub has never confirmed it, or refuses
 * @param revision one more with each change
 */
public record Subscription(
        String feedId,
        Hubs hubs,
        URI topic,
        Credentials credentials,
        State state,
        Asking asking,
        Pushing pushing,
        @Nullable Instant leaseUntil,
        long revision) {

    private static final int ENOUGH_FAREWELLS = 2;
    /** Of a lease, when it is renewed: what is renewed by the minute is not given up to try another hub. */
    private static final Duration WORTH_A_CHANGE = Duration.ofMinutes(10);

    /** How it stands. */
    public enum State {
        /** Asked for, not confirmed. */
        PENDING,
        /** Confirmed by the hub. */
        ACTIVE,
        /** The hub does not want it. */
        DENIED,
        /** It was not renewed in time. */
        LAPSED,
        /** It is not wanted any more, and the hub is being told. */
        LEAVING;

        /** As in the API: {@code pending}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Subscription begin(String feedId, Hubs hubs, URI topic, Credentials credentials, Instant now) {
        return new Subscription(
                feedId, hubs, topic, credentials, State.PENDING, Asking.beginning(now), Pushing.NOTHING, null, 0);
    }

    /** The hub that is asked. */
    public URI hub() {
        return hubs.asked();
    }

    /**
     * Whether what it pushes is signed. A secret is given to hubs on https only (WebSub §5.1); what comes from any other may be
     * anybody's, and is a hint and no more.
     */
    public boolean isSigned() {
        return Hubs.isPrivate(hub());
    }

    /** How it stands at that moment. */
    public State stateAt(Instant now) {
        return state == State.ACTIVE && !isLeased(now) ? State.LAPSED : state;
    }

    /** When its hub last pushed something (UTC). */
    public @Nullable Instant lastPush() {
        return pushing.last();
    }

    /** Why no hub confirms it, by the last that said so. */
    public @Nullable String reason() {
        return asking.reason();
    }

    /** When something is to be done about it (UTC). */
    Instant due() {
        @Nullable Instant poll = pushing.nextTry();
        return poll != null && poll.isBefore(asking.next()) ? poll : asking.next();
    }

    boolean isLeaving() {
        return state == State.LEAVING;
    }

    /** Whether the hub has been told often enough that it is not wanted: the lease ends by itself. */
    boolean isToBeForgotten() {
        return isLeaving() && asking.failures() >= ENOUGH_FAREWELLS;
    }

    /** Whether pushes come, and can be relied on. */
    boolean isWorking(Instant now) {
        return stateAt(now) == State.ACTIVE && pushing.reliedOn() && isSigned();
    }

    /**
     * Whether another hub is to be asked now: this one was asked and has refused, has not confirmed, or was not renewed in
     * time; or it is to be renewed and can only hint, and there is one that can be trusted with more.
     */
    boolean isOthersTurn(Instant now) {
        boolean tried = state == State.PENDING && asking.failures() > 0;
        State stands = stateAt(now);
        return hubs.count() > 1
                && !asking.postponed()
                && (tried || stands == State.DENIED || stands == State.LAPSED || isBetterElsewhere(now));
    }

    private boolean isBetterElsewhere(Instant now) {
        return stateAt(now) == State.ACTIVE
                && !isSigned()
                && hubs.haveAPrivate()
                && asking.failures() == 0
                && isLeased(now.plus(WORTH_A_CHANGE));
    }

    /** How it stands or, when it was asked for since, stood before, if that is bad: refused or lapsed. */
    @Nullable
    State troubleAt(Instant now) {
        State stands = stateAt(now);
        if (stands == State.PENDING) {
            return asking.trouble();
        }
        return stands == State.DENIED || stands == State.LAPSED ? stands : null;
    }

    /**
     * With another hub's turn. What the former one may still send or ask is not for this subscription any more.
     *
     * @param fresh for the other alone
     */
    Subscription turned(Credentials fresh, Instant now) {
        boolean confirmed = stateAt(now) == State.ACTIVE;
        int tried = confirmed ? 0 : state == State.PENDING || state == State.DENIED ? asking.failures() : 1;
        return new Subscription(
                feedId,
                confirmed ? hubs.privateFirst() : hubs.next(),
                topic,
                fresh,
                State.PENDING,
                asking.turned(tried, troubleAt(now)),
                pushing.ended(now),
                null,
                revision);
    }

    /** The hub is about to be asked. */
    Subscription asked(Instant now) {
        boolean lapsed = stateAt(now) == State.LAPSED;
        boolean leased = state == State.ACTIVE && !lapsed;
        Asking asks = asking.asked(now, leased ? 1 : hubs.count(), leased ? leaseUntil : null, troubleAt(now));
        State after = lapsed ? State.LAPSED : state == State.DENIED ? State.PENDING : state;
        return with(after, asks, state == State.ACTIVE && lapsed ? pushing.ended(now) : pushing, leaseUntil);
    }

    /** The hub would not take the request. */
    Subscription refused(Instant now, String why) {
        int turns = isLeaving() || isLeased(now) ? 1 : hubs.count();
        return with(state, asking.refused(now, turns, why), pushing, leaseUntil);
    }

    /** The hub was not asked, as its host has enough of our requests. */
    Subscription postponed(Instant until) {
        return with(state, asking.postponed(until), pushing, leaseUntil);
    }

    /** The hub confirms it. */
    Subscription verified(Instant now, Duration lease) {
        return with(State.ACTIVE, asking.confirmed(now, lease), pushing, now.plus(lease));
    }

    /** The hub refuses it, or ends it. */
    Subscription denied(Instant now, @Nullable String why) {
        return with(State.DENIED, asking.denied(now, hubs.count(), why), pushing.ended(now), null);
    }

    /** A push was taken in. */
    Subscription pushed(Instant now) {
        return with(pushing.taken(now));
    }

    /** A push came and could not be taken in. */
    Subscription deferred(Instant now) {
        return with(pushing.deferred(now));
    }

    /** Something came that is not signed. */
    Subscription hinted(Instant now) {
        return with(pushing.hinted(now));
    }

    /** The poll that is wanted comes at that time. */
    Subscription sentFor(Instant polled) {
        return with(pushing.sentFor(polled));
    }

    /** No poll is wanted any more. */
    Subscription served() {
        return with(pushing.served());
    }

    /** It is not wanted any more. */
    Subscription leaving(Instant now) {
        return isLeaving() ? this : with(State.LEAVING, asking.anew(now), pushing.over(), leaseUntil);
    }

    /**
     * The feed was polled. What a push that could not be taken in would have brought says nothing against the hub; anything
     * else that only a late poll found does, and the hub is asked anew.
     */
    Subscription after(Polled polled, Instant now) {
        if (isLeaving()) {
            return this;
        }
        @Nullable Offer offer = polled.offer();
        if (offer != null && !offer.names(hub(), topic)) {
            return leaving(now);
        }
        Subscription known = offer == null ? this : beside(offer);
        if (pushing.wanted() != null) {
            return pushing.wanted().isAfter(polled.started()) ? known : known.served();
        }
        boolean missed = polled.slowed() && polled.fresh() > 0 && isWorking(now);
        return missed ? known.with(state, asking.anew(now), pushing.doubtful(now), leaseUntil) : known;
    }

    private Subscription beside(Offer offer) {
        return new Subscription(
                feedId, hubs.beside(offer.hubs()), topic, credentials, state, asking, pushing, leaseUntil, revision);
    }

    private boolean isLeased(Instant now) {
        return leaseUntil != null && leaseUntil.isAfter(now);
    }

    private Subscription with(Pushing pushes) {
        return with(state, asking, pushes, leaseUntil);
    }

    private Subscription with(State then, Asking asks, Pushing pushes, @Nullable Instant until) {
        return new Subscription(feedId, hubs, topic, credentials, then, asks, pushes, until, revision);
    }

    Subscription at(long newRevision) {
        return new Subscription(feedId, hubs, topic, credentials, state, asking, pushing, leaseUntil, newRevision);
    }
}
