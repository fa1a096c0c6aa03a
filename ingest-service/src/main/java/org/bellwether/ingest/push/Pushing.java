package org.bellwether.ingest.push;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a hub pushed, whether that is relied on, and whether its feed is to be polled for it.
 *
 * @param last when it last did (UTC)
 * @param reliedOn whether pushes are known to come: from the first one on, not by the hub's word
 * @param doubted when a poll found what should have been pushed (UTC)
 * @param wanted what a poll must not have begun before to make up for what was pushed and could not be taken, or may be missing (UTC)
 * @param nextTry when to see to that (UTC)
 * @param sent when it was last seen to (UTC)
 */
record Pushing(
        @Nullable Instant last,
        boolean reliedOn,
        @Nullable Instant doubted,
        @Nullable Instant wanted,
        @Nullable Instant nextTry,
        @Nullable Instant sent) {

    static final Pushing NOTHING = new Pushing(null, false, null, null, null, null);

    /** From one poll for a push to the next. */
    private static final Duration NEXT_TRY = Duration.ofMinutes(1);

    boolean isPollDue(Instant now) {
        return nextTry != null && !nextTry.isAfter(now);
    }

    /** One was taken in. */
    Pushing taken(Instant now) {
        return new Pushing(now, true, null, wanted, nextTry, sent);
    }

    /** One came and could not be taken in; the feed is to be polled instead. */
    Pushing deferred(Instant now) {
        return new Pushing(now, true, null, now, soonest(now), sent);
    }

    /** Something came that anybody might have sent: nothing is taken in and nothing relied on. The feed is to be polled. */
    Pushing hinted(Instant now) {
        return new Pushing(now, reliedOn, doubted, now, soonest(now), sent);
    }

    /**
     * The poll that is wanted comes; if it comes to nothing it is asked for once more. It may be over by now, and then none is.
     *
     * @param polled when it comes: now, or when the feed may be asked again
     */
    Pushing sentFor(Instant polled) {
        return new Pushing(last, reliedOn, doubted, wanted, wanted == null ? null : polled.plus(NEXT_TRY), polled);
    }

    /** No poll is wanted any more. */
    Pushing served() {
        return new Pushing(last, reliedOn, doubted, null, null, sent);
    }

    /** What was relied on has ended: the feed is to be polled, in case something is missing. */
    Pushing ended(Instant now) {
        return reliedOn
                ? new Pushing(last, false, null, now, soonest(now), sent)
                : new Pushing(last, false, null, wanted, nextTry, sent);
    }

    /** A poll found what should have been pushed. */
    Pushing doubtful(Instant now) {
        return new Pushing(last, false, now, null, null, sent);
    }

    /** None is wanted any more, nor what would make up for one. */
    Pushing over() {
        return new Pushing(last, false, null, null, null, sent);
    }

    /**
     * When the poll for what comes now is to come: when one is to come anyhow, else at once, but not sooner than a minute after the
     * last. Whoever pushes each second what cannot be taken in has the feed polled once a minute.
     */
    private Instant soonest(Instant now) {
        if (nextTry != null) {
            return nextTry;
        }
        Instant allowed = sent == null ? now : sent.plus(NEXT_TRY);
        return allowed.isBefore(now) ? now : allowed;
    }
}
