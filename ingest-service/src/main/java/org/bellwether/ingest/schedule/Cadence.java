package org.bellwether.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bellwether.ingest.schedule.NextPoll.Cause;
import org.jspecify.annotations.Nullable;

/**
 * The rhythm one feed is polled in. While it answers: as the catalogue says, else by what the feed shows, so that no entry
 * can pass through its window unseen, and no oftener than its publisher asks. After failures: twice as long each time.
 */
public final class Cadence {

    /** Feeds polled more often than this keep their exact interval: somebody measures latency. */
    private static final Duration SPREAD_FROM = Duration.ofSeconds(5);

    private static final double SPREAD = 0.05;
    /** What an instance that died polled is to go on within half a minute, of which 16 s are gone by then. */
    private static final Duration LONGEST_FIRST_WAIT = Duration.ofSeconds(10);

    private static final Duration OWN_TROUBLE = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofHours(1);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(7);
    private static final Duration HARDLY_EVER = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 5;
    private static final int MOST_DOUBLINGS_IN_VAIN = 10;

    /** A feed that has brought nothing new for this many intervals is asked less often. */
    private static final int QUIET_INTERVALS = 8;

    private final @Nullable Duration own;
    private final Bounds bounds;
    private final RandomGenerator random;

    /**
     * @param own interval that the catalogue gives the feed, from the start of one poll to the start of the next; null for by
     *     what it shows
     * @param random spreads the polls of many feeds
     */
    public Cadence(@Nullable Duration own, Bounds bounds, RandomGenerator random) {
        this.own = own;
        this.bounds = bounds;
        this.random = random;
    }

    /** The interval of a feed that answers and moves like that, and why. */
    public Interval interval(Tempo tempo, Instant now) {
        Interval shown = own == null ? byWhatItShows(tempo, now) : catalogues(own, tempo, now);
        return own == null && tempo.stated() != null ? notSooner(tempo.stated(), shown, tempo.cover(now)) : shown;
    }

    /** The first poll of a feed never polled before: at once, but not all feeds in the same second. */
    public NextPoll first(Instant now) {
        Duration interval = usual();
        Duration wait =
                interval.compareTo(SPREAD_FROM) < 0 ? Duration.ZERO : upTo(shorter(interval, LONGEST_FIRST_WAIT));
        return new NextPoll(now.plus(wait), Cause.FIRST, null, "first poll");
    }

    /**
     * The first poll after a restart, or after the catalogue changed, of a feed that was polled before.
     *
     * @param decided when it was to be polled next, as decided then; what was decided after a failure still holds
     */
    public NextPoll resumed(NextPoll decided, Instant lastPoll, Tempo tempo, Instant now) {
        boolean failed = decided.cause() == Cause.BACKOFF || decided.cause() == Cause.ASKED;
        Interval interval = interval(tempo, now);
        NextPoll due = failed
                ? decided
                : new NextPoll(
                        lastPoll.plus(interval.length()), interval.cause(), interval.length(), interval.reason());
        return due.at().isAfter(now) ? due : first(now);
    }

    /**
     * The first poll of a feed that was polled before by another instance, which this one has been beside: what was pushed
     * meanwhile has been taken in, or its poll is wanted, so a feed that is pushed needs none before its time.
     *
     * @param decided when it was to be polled next, as decided then
     */
    public NextPoll takenOver(NextPoll decided, Instant lastPoll, Tempo tempo, Instant now) {
        return decided.cause() == Cause.PUSHED && decided.at().isAfter(now)
                ? decided
                : resumed(decided, lastPoll, tempo, now);
    }

    /**
     * The poll after one that began at {@code started}.
     *
     * @param now when it ended
     */
    public NextPoll after(PollOutcome outcome, Instant started, Instant now) {
        if (outcome instanceof PollOutcome.Failed failed) {
            return afterFailure(failed, now);
        }
        if (outcome instanceof PollOutcome.Deferred deferred) {
            return new NextPoll(
                    now.plus(spreadUp(patience(deferred))), Cause.WAITING, null, "waiting for " + deferred.what());
        }
        if (outcome instanceof PollOutcome.Held held) {
            return new NextPoll(held.until(), Cause.HOST, null, held.reason());
        }
        Interval interval = interval(((PollOutcome.Answered) outcome).tempo(), now);
        Instant due = started.plus(spread(interval));
        return new NextPoll(due.isBefore(now) ? now : due, interval.cause(), interval.length(), interval.reason());
    }

    /** A server is not asked each second for what then cannot be kept. */
    private Duration patience(PollOutcome.Deferred deferred) {
        int doublings = Math.min(deferred.inVain(), MOST_DOUBLINGS_IN_VAIN);
        Duration wait = shorter(OWN_TROUBLE.multipliedBy(1L << doublings), bounds.usual());
        return deferred.inVain() == 0 ? OWN_TROUBLE : wait;
    }

    /**
     * The same for a feed whose hub pushes it: as seldom as any. An interval of the catalogue says how long an entry may take
     * at most to be found, and pushes are faster than that.
     *
     * @param decided what would hold without pushes; after failures and the like it holds all the same
     */
    public NextPoll slowed(NextPoll decided, Instant started) {
        boolean rhythm = switch (decided.cause()) {
            case EVERY, USUAL, QUIET, WINDOW, STATED -> true;
            case FIRST, PUSHED, BACKOFF, ASKED, HOST, WAITING -> false;
        };
        if (!rhythm || decided.interval() == null) {
            return decided;
        }
        Duration length = longer(bounds.slowest(), decided.interval());
        String reason = "every " + length + ": its hub pushes it";
        return new NextPoll(started.plus(spreadUp(length)), Cause.PUSHED, length, reason);
    }

    /** What the catalogue says, unless entries are known to be lost by it. */
    private Interval catalogues(Duration said, Tempo tempo, Instant now) {
        Optional<Duration> half =
                tempo.lossy(now) ? tempo.cover(now).map(cover -> cover.dividedBy(2)) : Optional.empty();
        Duration most = half.map(safe -> longer(safe, bounds.fastest())).orElse(said);
        return most.compareTo(said) < 0 ? byWindow(most, tempo, now) : new Interval(said, Cause.EVERY, "every " + said);
    }

    /**
     * For how long a host is left alone that has enough and does not say for how long: for two intervals, but for no more than an
     * hour, unless one is longer.
     */
    public Duration rest() {
        return longer(usual(), shorter(usual().multipliedBy(2), LONGEST_REST));
    }

    private Duration usual() {
        return own == null ? bounds.usual() : own;
    }

    private Interval byWhatItShows(Tempo tempo, Instant now) {
        Optional<Duration> cover = tempo.cover(now);
        if (cover.isPresent()) {
            return byWindow(bounds.within(cover.get().dividedBy(2)), tempo, now);
        }
        Duration usual = bounds.usual();
        Duration silence = tempo.lastFresh() == null ? Duration.ZERO : Duration.between(tempo.lastFresh(), now);
        Duration slow = bounds.within(silence.dividedBy(QUIET_INTERVALS));
        return slow.compareTo(usual) > 0
                ? new Interval(slow, Cause.QUIET, "every " + slow + ": nothing new for " + Lengths.rounded(silence))
                : new Interval(usual, Cause.USUAL, "every " + usual + ": too little is known of its pace");
    }

    private Interval byWindow(Duration interval, Tempo tempo, Instant now) {
        Duration cover = tempo.cover(now).orElse(interval);
        String entries = tempo.window() == 1 ? "1 entry" : tempo.window() + " entries";
        String shown = "its window of " + entries + " covers " + Lengths.rounded(cover) + " at its fastest";
        String why = interval.compareTo(cover.dividedBy(2)) > 0 ? " (" + bounds.fastest() + " is the least)" : "";
        if (interval.equals(bounds.slowest())) {
            why = " (" + bounds.slowest() + " is the most)";
        }
        return new Interval(
                Lengths.rounded(interval), Cause.WINDOW, "every " + Lengths.rounded(interval) + ": " + shown + why);
    }

    /** A publisher's word counts as far as no entry is lost by it. */
    private Interval notSooner(StatedPace stated, Interval shown, Optional<Duration> window) {
        Duration most = window.map(cover -> cover.dividedBy(2)).orElse(bounds.ceiling());
        Duration asked = shorter(shorter(stated.period(), bounds.ceiling()), longer(most, shown.length()));
        if (asked.compareTo(shown.length()) <= 0) {
            return shown;
        }
        String cut = asked.compareTo(stated.period()) < 0 ? ", as far as its window allows" : "";
        Duration length = Lengths.rounded(asked);
        return new Interval(
                length, Cause.STATED, "every " + length + ": the publisher says so (" + stated.by() + ")" + cut);
    }

    private NextPoll afterFailure(PollOutcome.Failed failed, Instant now) {
        Duration first = failed.hasEnough() ? rest() : usual();
        Duration least = switch (failed.hope()) {
            case SOON -> first;
            case LATER -> longer(first, bounds.usual());
            case HARDLY -> longer(first, shorter(bounds.ceiling(), HARDLY_EVER));
        };
        Duration most = failed.hope() == PollOutcome.Hope.HARDLY ? HARDLY_EVER : bounds.ceiling();
        int doublings = Math.min(failed.consecutive() - 1, MOST_DOUBLINGS);
        Duration backoff = shorter(least.multipliedBy(1L << Math.max(0, doublings)), longer(most, least));
        String failures = failed.consecutive() == 1 ? "1 failure" : failed.consecutive() + " failures in a row";
        if (failed.retryAfter() != null && failed.retryAfter().compareTo(backoff) > 0) {
            Duration asked = shorter(failed.retryAfter(), LONGEST_RETRY_AFTER);
            return new NextPoll(
                    now.plus(asked), Cause.ASKED, asked, "the server asked to wait " + asked + " (" + failures + ")");
        }
        return new NextPoll(
                now.plus(spreadUp(backoff)), Cause.BACKOFF, backoff, "waits " + backoff + " after " + failures);
    }

    /** What the window allows is not exceeded, and what a publisher asks for is not undercut. */
    private Duration spread(Interval interval) {
        Duration length = interval.length();
        if (interval.cause() != Cause.WINDOW) {
            return spreadUp(length);
        }
        return length.compareTo(SPREAD_FROM) < 0
                ? length
                : length.minusMillis((long) (length.toMillis() * SPREAD * random.nextDouble()));
    }

    private Duration spreadUp(Duration wait) {
        return wait.compareTo(SPREAD_FROM) < 0
                ? wait
                : wait.plusMillis((long) (wait.toMillis() * SPREAD * random.nextDouble()));
    }

    private Duration upTo(Duration longest) {
        return Duration.ofMillis((long) (longest.toMillis() * random.nextDouble()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
