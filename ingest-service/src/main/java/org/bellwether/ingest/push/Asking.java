package org.bellwether.ingest.push;

import java.time.Duration;
import java.time.Instant;
import org.bellwether.ingest.push.Subscription.State;
import org.jspecify.annotations.Nullable;

/**
 * When hubs are asked: at once to begin with, one after the other as long as there are some that were not asked, then ever
 * later; and to renew, when four fifths of a lease are over.
 *
 * @param last when one was (UTC)
 * @param next when one is to be asked again (UTC)
 * @param failures times in a row that none confirmed
 * @param reason why the last did not, as far as is known
 * @param postponed whether the one whose turn it is was not asked after all, as its host has enough of our requests
 * @param trouble how the subscription stood before the one that is asked now, if that was bad: refused or lapsed
 */
record Asking(
        @Nullable Instant last,
        Instant next,
        int failures,
        @Nullable String reason,
        boolean postponed,
        @Nullable State trouble) {

    private static final Duration FIRST_PATIENCE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 8;
    private static final Duration LONGEST_PATIENCE = Duration.ofDays(1);
    private static final Duration AFTER_DENIAL = Duration.ofDays(1);
    private static final Duration SHORTEST_RENEWAL = Duration.ofMinutes(1);
    /** An hour after it was asked, nobody may confirm what a hub says anew. */
    private static final Duration VERIFIED_WITHIN = Duration.ofHours(1);

    static Asking beginning(Instant now) {
        return new Asking(null, now, 0, null, false, null);
    }

    boolean isDue(Instant now) {
        return !next.isAfter(now);
    }

    /** Whether a hub's word of this is an answer to a request of ours. */
    boolean awaitsWord(Instant now) {
        return last != null && last.plus(VERIFIED_WITHIN).isAfter(now);
    }

    /**
     * One is about to be asked. Where it does not confirm that, the next is, or it is asked again, later with each turn of all.
     *
     * @param hubs how many take turns
     * @param leaseUntil when something is to be done in any case; null when nothing is leased
     * @param stood how the subscription stands, or stood before, where that is bad
     */
    Asking asked(Instant now, int hubs, @Nullable Instant leaseUntil, @Nullable State stood) {
        Instant again = now.plus(patience(failures / hubs));
        Instant then = leaseUntil != null && leaseUntil.isBefore(again) ? leaseUntil : again;
        return new Asking(now, then, failures + 1, reason, false, stood);
    }

    /** It would not take the request: the next in turn is asked at once, if there is one that was not. */
    Asking refused(Instant now, int hubs, String why) {
        return new Asking(last, failures % hubs == 0 ? next : now, failures, why, false, trouble);
    }

    /** It refuses the subscription, or ends it: the next in turn is asked at once; when all have refused, after a day. */
    Asking denied(Instant now, int hubs, @Nullable String why) {
        int tried = Math.max(1, failures);
        return tried % hubs == 0
                ? new Asking(last, now.plus(AFTER_DENIAL), 0, why, false, null)
                : new Asking(last, now, tried, why, false, null);
    }

    /** None was asked, as its host has enough of our requests: its turn is not over. */
    Asking postponed(Instant until) {
        return new Asking(last, until, Math.max(0, failures - 1), reason, true, trouble);
    }

    /** It confirms; it is asked again in time to renew. */
    Asking confirmed(Instant now, Duration lease) {
        Duration most = lease.multipliedBy(4).dividedBy(5);
        Duration renewal = most.compareTo(SHORTEST_RENEWAL) < 0 ? SHORTEST_RENEWAL : most;
        return new Asking(last, now.plus(renewal), 0, null, false, null);
    }

    /** It is to be asked at once, for another reason than before. */
    Asking anew(Instant now) {
        return new Asking(last, now, 0, null, false, null);
    }

    /**
     * Another one's turn.
     *
     * @param tried how many have not confirmed by now
     * @param stood how the subscription stands, or stood before, where that is bad
     */
    Asking turned(int tried, @Nullable State stood) {
        return new Asking(last, next, tried, reason, false, stood);
    }

    private static Duration patience(int turns) {
        Duration doubled = FIRST_PATIENCE.multipliedBy(1L << Math.min(turns, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : doubled;
    }
}
