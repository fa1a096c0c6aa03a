package org.bellwether.ingest.push;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A feed's subscription at a hub. Its methods are what can happen to it, each with what becomes of it then.
 *
 * @param hub that is asked
 * @param topic address under which the hub knows the feed
 * @param state as of the last event
 * @param asking how the hub is asked
 * @param pushing what it pushed
 * @param leaseUntil when it ends unless renewed (UTC); absent when the hub has never confirmed it, or refuses
 * @param revision one more with each change
 */
public record Subscription(
        String feedId,
        URI hub,
        URI topic,
        Credentials credentials,
        State state,
        Asking asking,
        Pushing pushing,
        @Nullable Instant leaseUntil,
        long revision) {

    private static final Duration FIRST_PATIENCE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 8;
    private static final Duration LONGEST_PATIENCE = Duration.ofDays(1);
    private static final Duration AFTER_DENIAL = Duration.ofDays(1);
    private static final Duration SHORTEST_RENEWAL = Duration.ofMinutes(1);
    private static final Duration NEXT_TRY = Duration.ofMinutes(1);
    /** An hour after it was asked, nobody may confirm what a hub says anew. */
    private static final Duration VERIFIED_WITHIN = Duration.ofHours(1);

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

    /**
     * How the hub is asked.
     *
     * @param last when it was (UTC)
     * @param next when it is to be asked again (UTC)
     * @param failures times in a row that it did not confirm
     * @param reason why it did not, as far as is known
     */
    record Asking(
            @Nullable Instant last,
            Instant next,
            int failures,
            @Nullable String reason) {}

    /**
     * What it pushed.
     *
     * @param last when (UTC)
     * @param reliedOn whether pushes are known to come: from the first one on, not by the hub's word
     * @param doubted when a poll found what should have been pushed (UTC)
     * @param wanted since when the feed is to be polled, as a push could not be taken or is no longer to be relied on (UTC)
     * @param nextTry when to see to that (UTC)
     */
    record Pushing(
            @Nullable Instant last,
            boolean reliedOn,
            @Nullable Instant doubted,
            @Nullable Instant wanted,
            @Nullable Instant nextTry) {

        private static final Pushing NOTHING = new Pushing(null, false, null, null, null);

        /** What was relied on has ended: the feed is polled at once, in case something is missing. */
        private Pushing ended(Instant now) {
            return reliedOn
                    ? new Pushing(last, false, null, now, now)
                    : new Pushing(last, false, null, wanted, nextTry);
        }
    }

    static Subscription begin(String feedId, URI hub, URI topic, Credentials credentials, Instant now) {
        return new Subscription(
                feedId,
                hub,
                topic,
                credentials,
                State.PENDING,
                new Asking(null, now, 0, null),
                Pushing.NOTHING,
                null,
                0);
    }

    /** How it stands at that moment. */
    public State stateAt(Instant now) {
        return state == State.ACTIVE && !isLeased(now) ? State.LAPSED : state;
    }

    /** When its hub last pushed something (UTC). */
    public @Nullable Instant lastPush() {
        return pushing.last;
    }

    /** Why the hub does not confirm it, as far as is known. */
    public @Nullable String reason() {
        return asking.reason;
    }

    /** When something is to be done about it (UTC). */
    Instant due() {
        return pushing.nextTry != null && pushing.nextTry.isBefore(asking.next) ? pushing.nextTry : asking.next;
    }

    boolean isAskDue(Instant now) {
        return !asking.next.isAfter(now);
    }

    boolean isPollDue(Instant now) {
        return pushing.nextTry != null && !pushing.nextTry.isAfter(now);
    }

    /** Whether a hub's word of this is an answer to a request of ours. */
    boolean awaitsWord(Instant now) {
        return asking.last != null && asking.last.plus(VERIFIED_WITHIN).isAfter(now);
    }

    boolean isLeaving() {
        return state == State.LEAVING;
    }

    /** Whether the hub has been told often enough that it is not wanted: the lease ends by itself. */
    boolean isToBeForgotten() {
        return isLeaving() && asking.failures >= ENOUGH_FAREWELLS;
    }

    /** The hub is about to be asked. Where it does not confirm that, it is asked again, ever later. */
    Subscription asked(Instant now) {
        boolean lapsed = state == State.ACTIVE && !isLeased(now);
        Instant next = now.plus(patience(asking.failures));
        boolean endsBefore = state == State.ACTIVE && !lapsed && leaseUntil != null && leaseUntil.isBefore(next);
        Asking asks = new Asking(
                now, endsBefore && leaseUntil != null ? leaseUntil : next, asking.failures + 1, asking.reason);
        State after = lapsed ? State.LAPSED : state == State.DENIED ? State.PENDING : state;
        return with(after, asks, lapsed ? pushing.ended(now) : pushing, leaseUntil);
    }

    /** The hub would not take the request. */
    Subscription refused(String why) {
        return with(state, new Asking(asking.last, asking.next, asking.failures, why), pushing, leaseUntil);
    }

    /** The hub was not asked, as its host has enough of our requests. */
    Subscription postponed(Instant until) {
        Asking later = new Asking(asking.last, until, Math.max(0, asking.failures - 1), asking.reason);
        return with(state, later, pushing, leaseUntil);
    }

    /** The hub confirms it; it is renewed when four fifths of the lease are over. */
    Subscription verified(Instant now, Duration lease) {
        Duration most = lease.multipliedBy(4).dividedBy(5);
        Duration renewal = most.compareTo(SHORTEST_RENEWAL) < 0 ? SHORTEST_RENEWAL : most;
        return with(State.ACTIVE, new Asking(asking.last, now.plus(renewal), 0, null), pushing, now.plus(lease));
    }

    /** The hub refuses it, or ends it. */
    Subscription denied(Instant now, @Nullable String why) {
        Asking later = new Asking(asking.last, now.plus(AFTER_DENIAL), 0, why);
        return with(State.DENIED, later, pushing.ended(now), null);
    }

    /** A push was taken in. */
    Subscription pushed(Instant now) {
        return with(state, asking, new Pushing(now, true, null, pushing.wanted, pushing.nextTry), leaseUntil);
    }

    /** A push came and could not be taken in; the feed is to be polled instead. */
    Subscription deferred(Instant now) {
        return with(state, asking, new Pushing(now, true, null, now, now), leaseUntil);
    }

    /** The poll that is wanted is on its way; if it comes to nothing it is asked for once more. */
    Subscription sentFor(Instant now) {
        Pushing later =
                new Pushing(pushing.last, pushing.reliedOn, pushing.doubted, pushing.wanted, now.plus(NEXT_TRY));
        return with(state, asking, later, leaseUntil);
    }

    /** No poll is wanted any more. */
    Subscription served() {
        Pushing after = new Pushing(pushing.last, pushing.reliedOn, pushing.doubted, null, null);
        return with(state, asking, after, leaseUntil);
    }

    /** It is not wanted any more. */
    Subscription leaving(Instant now) {
        Pushing after = new Pushing(pushing.last, false, null, null, null);
        return isLeaving() ? this : with(State.LEAVING, new Asking(asking.last, now, 0, null), after, leaseUntil);
    }

    /**
     * The feed was polled. What a push that could not be taken in would have brought says nothing against the hub; anything
     * else that only a late poll found does, and the hub is asked anew.
     */
    Subscription after(Polled polled, Instant now) {
        if (isLeaving()) {
            return this;
        }
        if (polled.offer() != null && !polled.offer().names(hub, topic)) {
            return leaving(now);
        }
        if (pushing.wanted != null) {
            return pushing.wanted.isAfter(polled.started()) ? this : served();
        }
        boolean missed = polled.slowed() && polled.fresh() > 0 && isWorking(now);
        Pushing doubtful = new Pushing(pushing.last, false, now, null, null);
        return missed ? with(state, new Asking(asking.last, now, 0, null), doubtful, leaseUntil) : this;
    }

    /** What it means for the feed's polling. */
    Standing standing(Instant now) {
        return new Standing(isWorking(now), condition(now));
    }

    private boolean isWorking(Instant now) {
        return stateAt(now) == State.ACTIVE && pushing.reliedOn;
    }

    private List<Condition> condition(Instant now) {
        if (state == State.DENIED) {
            String why = asking.reason == null ? "" : " (" + asking.reason + ")";
            return List.of(new Condition(
                    "push-denied",
                    Severity.INFO,
                    "is not pushed: its hub " + hub + " refuses" + why + "; it is polled"));
        }
        if (stateAt(now) == State.LAPSED) {
            return stopped("the subscription at its hub " + hub + " was not renewed in time");
        }
        return state == State.ACTIVE && pushing.doubted != null
                ? stopped("a poll at " + pushing.doubted + " found entries that its hub " + hub + " had not pushed")
                : List.of();
    }

    private static List<Condition> stopped(String why) {
        return List.of(new Condition(
                "push-stopped",
                Severity.WARNING,
                "is not pushed any more: " + why + "; it is polled in its own rhythm, and the hub is asked anew"));
    }

    private boolean isLeased(Instant now) {
        return leaseUntil != null && leaseUntil.isAfter(now);
    }

    private static Duration patience(int failures) {
        Duration doubled = FIRST_PATIENCE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : doubled;
    }

    private Subscription with(State then, Asking asks, Pushing pushes, @Nullable Instant until) {
        return new Subscription(feedId, hub, topic, credentials, then, asks, pushes, until, revision);
    }

    Subscription at(long newRevision) {
        return new Subscription(feedId, hub, topic, credentials, state, asking, pushing, leaseUntil, newRevision);
    }
}
