package org.bellwether.ingest.article;

import java.time.Duration;

/**
 * What full texts may cost a poll.
 *
 * @param perPoll articles read at most, the newest ones
 * @param time in which no further article is begun, and which none waits longer than for its host
 */
public record ArticleLimits(int perPoll, Duration time) {

    public ArticleLimits {
        if (perPoll < 0 || time.isNegative()) {
            throw new IllegalArgumentException("neither may be negative: " + perPoll + " articles, " + time);
        }
    }

    /** What these leave of it. */
    public ArticleLimits less(int articles, Duration spent) {
        Duration left = time.minus(spent);
        return new ArticleLimits(Math.max(0, perPoll - articles), left.isNegative() ? Duration.ZERO : left);
    }

    /** Whether no article may be read. */
    public boolean isSpent() {
        return perPoll == 0 || time.isZero();
    }
}
