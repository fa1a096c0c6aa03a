package org.bellwether.alert.delivery;

import java.time.Duration;
import org.bellwether.alert.channel.Outcome;

/**
 * When to try again: twice as long after each attempt, up to a longest wait, with jitter so that many deliveries to one
 * server that was away do not come back at once; never sooner than the server asks.
 *
 * @param maxAttempts tries in all
 * @param first wait after the first attempt
 * @param longest wait between two attempts, jitter aside
 */
public record RetryPolicy(int maxAttempts, Duration first, Duration longest) {

    /** The jitter adds up to this share of the wait. */
    private static final double JITTER = 0.5;

    private static final int MOST_DOUBLINGS = 30;

    public RetryPolicy {
        if (maxAttempts < 1 || first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("retries need at least one attempt, and 0 < first wait <= longest wait");
        }
    }

    /**
     * What follows from an attempt, and why.
     *
     * @param attempt number of the attempt that had this outcome, from 1
     * @param random 0 (inclusive) to 1 (exclusive)
     */
    public Verdict after(int attempt, Outcome outcome, double random) {
        if (outcome instanceof Outcome.Delivered) {
            return new Verdict.Sent();
        }
        if (outcome instanceof Outcome.Rejected rejected) {
            return new Verdict.Failed(rejected.reason());
        }
        Outcome.Retry retry = (Outcome.Retry) outcome;
        if (attempt >= maxAttempts) {
            return new Verdict.Failed("given up after " + attempt + " attempts: " + retry.reason());
        }
        Duration wait = jitter(backoff(attempt), random);
        return new Verdict.Again(wait.compareTo(retry.after()) < 0 ? retry.after() : wait, retry.reason());
    }

    private Duration backoff(int attempt) {
        Duration wait = first;
        for (int i = 1; i < Math.min(attempt, MOST_DOUBLINGS) && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    private static Duration jitter(Duration wait, double random) {
        return wait.plusMillis(Math.round(wait.toMillis() * JITTER * random));
    }
}
