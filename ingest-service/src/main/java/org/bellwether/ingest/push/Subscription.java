package org.bellwether.ingest.push;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A feed's subscription at one of its hubs. Its methods are what can happen to it, each with what becomes of it then: what holds between hub and
 * feed is kept by {@link Agreement}, when a hub is asked is decided by {@link Asking}, what its pushes are worth by {@link Pushing}.
 *
 * @param topic address under which hubs know the feed
 * @param agreement with the hub that is asked
 * @param asking how the hub is asked
 * @param pushing what it pushed
 * @param revision one more with each change
 */
public record Subscription(
        String feedId, URI topic, Agreement agreement, Asking asking, Pushing pushing, long revision) {

    private static final int ENOUGH_FAREWELLS = 2;

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
                feedId, topic, Agreement.sought(hubs, credentials), Asking.beginning(now), Pushing.NOTHING, 0);
    }

    /** The hub that is asked. */
    public URI hub() {
        return agreement.hub();
    }

    Hubs hubs() {
        return agreement.hubs();
    }

    public Credentials credentials() {
        return agreement.credentials();
    }

    /** As of the last event. */
    public State state() {
        return agreement.state();
    }

    /** How it stands at that moment. */
    public State stateAt(Instant now) {
        return agreement.stateAt(now);
    }

    /** When it ends unless renewed (UTC); absent when the hub has never confirmed it, or refuses. */
    public @Nullable Instant leaseUntil() {
        return agreement.leaseUntil();
    }

    /**
     * Whether what it pushes is signed. A secret is given to hubs on https only (WebSub §5.1); what comes from any other may be
     * anybody's, and is a hint and no more.
     */
    public boolean isSigned() {
        return agreement.isSigned();
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
        return state() == State.LEAVING;
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
        boolean tried = state() == State.PENDING && asking.failures() > 0;
        boolean better = agreement.isBetterElsewhere(now) && asking.failures() == 0;
        State stands = stateAt(now);
        return hubs().count() > 1
                && !asking.postponed()
                && (tried || stands == State.DENIED || stands == State.LAPSED || better);
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
        boolean sought = state() == State.PENDING || state() == State.DENIED;
        int tried = confirmed ? 0 : sought ? asking.failures() : 1;
        return with(agreement.turned(fresh, now), asking.turned(tried, troubleAt(now)), pushing.ended(now));
    }

    /** The hub is about to be asked. */
    Subscription asked(Instant now) {
        boolean lapses = state() == State.ACTIVE && stateAt(now) == State.LAPSED;
        boolean leased = stateAt(now) == State.ACTIVE;
        Asking asks = asking.asked(now, leased ? 1 : hubs().count(), leased ? leaseUntil() : null, troubleAt(now));
        return with(agreement.asked(now), asks, lapses ? pushing.ended(now) : pushing);
    }

    /** The hub would not take the request. */
    Subscription refused(Instant now, String why) {
        int turns = isLeaving() || agreement.isLeased(now) ? 1 : hubs().count();
        return with(agreement, asking.refused(now, turns, why), pushing);
    }

    /** The hub was not asked, as its host has enough of our requests. */
    Subscription postponed(Instant until) {
        return with(agreement, asking.postponed(until), pushing);
    }

    /** The hub confirms it. */
    Subscription verified(Instant now, Duration lease) {
        return with(agreement.confirmed(now.plus(lease)), asking.confirmed(now, lease), pushing);
    }

    /** The hub refuses it, or ends it. */
    Subscription denied(Instant now, @Nullable String why) {
        return with(agreement.denied(), asking.denied(now, hubs().count(), why), pushing.ended(now));
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
        return isLeaving() ? this : with(agreement.leaving(), asking.anew(now), pushing.over());
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
        Subscription known = offer == null ? this : with(agreement.beside(offer.hubs()), asking, pushing);
        if (pushing.wanted() != null) {
            return pushing.wanted().isAfter(polled.started()) ? known : known.served();
        }
        boolean missed = polled.slowed() && polled.fresh() > 0 && isWorking(now);
        return missed ? known.with(known.agreement, asking.anew(now), pushing.doubtful(now)) : known;
    }

    private Subscription with(Pushing pushes) {
        return with(agreement, asking, pushes);
    }

    private Subscription with(Agreement then, Asking asks, Pushing pushes) {
        return new Subscription(feedId, topic, then, asks, pushes, revision);
    }

    Subscription at(long newRevision) {
        return new Subscription(feedId, topic, agreement, asking, pushing, newRevision);
    }
}
