package org.bellwether.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * The rhythm one feed is polled in: its interval while it answers, twice as long after each failure up to a ceiling,
 * never sooner than the server asked for.
 */
public final class Cadence {

    /** Feeds polled more often than this keep their exact interval: somebody measures latency. */
    private static final Duration SPREAD_FROM = Duration.ofSeconds(5);

    private static final double SPREAD = 0.05;
    private static final Duration LONGEST_FIRST_WAIT = Duration.ofSeconds(20);
    private static final Duration OWN_TROUBLE = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 5;

    private final Duration interval;
    private final Duration ceiling;
    private final RandomGenerator random;

    /**
     * @param interval from the start of one poll to the start of the next
     * @param ceiling longest wait after failures; a feed with a longer interval keeps its interval
     * @param random spreads the polls of many feeds
     */
    public Cadence(Duration interval, Duration ceiling, RandomGenerator random) {
        this.interval = interval;
        this.ceiling = ceiling.compareTo(interval) < 0 ? interval : ceiling;
        this.random = random;
    }

    /** The first poll of a feed never polled before: at once, but not all feeds in the same second. */
    public NextPoll first(Instant now) {
        Duration wait =
                interval.compareTo(SPREAD_FROM) < 0 ? Duration.ZERO : upTo(shorter(interval, LONGEST_FIRST_WAIT));
        return new NextPoll(now.plus(wait), "first poll");
    }

    /** The first poll after a restart of a feed that was polled before at {@code lastPoll}. */
    public NextPoll resumed(Instant lastPoll, Instant now) {
        Instant due = lastPoll.plus(interval);
        return due.isAfter(now) ? new NextPoll(due, every() + ", last polled before the restart") : first(now);
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
            return new NextPoll(now.plus(OWN_TROUBLE), "waiting for " + deferred.what());
        }
        Instant due = started.plus(spread(interval));
        return new NextPoll(due.isBefore(now) ? now : due, every());
    }

    private NextPoll afterFailure(PollOutcome.Failed failed, Instant now) {
        int doublings = Math.min(failed.consecutive() - 1, MOST_DOUBLINGS);
        Duration backoff = shorter(interval.multipliedBy(1L << Math.max(0, doublings)), ceiling);
        String failures = failed.consecutive() == 1 ? "1 failure" : failed.consecutive() + " failures in a row";
        if (failed.retryAfter() != null && failed.retryAfter().compareTo(backoff) > 0) {
            Duration asked = shorter(failed.retryAfter(), LONGEST_RETRY_AFTER);
            return new NextPoll(now.plus(asked), "the server asked to wait " + asked + " (" + failures + ")");
        }
        return new NextPoll(now.plus(spread(backoff)), "waits " + backoff + " after " + failures);
    }

    private String every() {
        return "every " + interval;
    }

    private Duration spread(Duration wait) {
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
}
