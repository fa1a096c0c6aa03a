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
}
