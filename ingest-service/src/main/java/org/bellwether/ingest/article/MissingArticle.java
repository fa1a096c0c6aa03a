package org.bellwether.ingest.article;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bellwether.events.NewsItem;

/**
 * An article that could not be read when its item was published, and may be later.
 *
 * @param item as it was published, with its feed's text
 * @param tries so far
 * @param since the first (UTC)
 * @param due when it is worth another (UTC)
 */
public record MissingArticle(NewsItem item, int tries, Instant since, Instant due) {

    /** After so long who reads the item has read it. */
    public static final Duration WORTH_TRYING = Duration.ofDays(2);

    static final int MOST_TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(10);
    private static final int WAITS_LONGER = 3;

    /** After the first try. */
    public static MissingArticle of(NewsItem item, Instant now) {
        return new MissingArticle(item, 1, now, now.plus(FIRST_WAIT));
    }

    /** When there was no time for another: that was none, and is made up for soon; empty when it is not worth it any more. */
    public Optional<MissingArticle> putOff(Instant now) {
        return isPast(now)
                ? Optional.empty()
                : Optional.of(new MissingArticle(item, tries, since, now.plus(FIRST_WAIT)));
    }

    /** After another that failed: three times the wait of before; empty when that was the last. */
    public Optional<MissingArticle> triedAgain(Instant now) {
        Duration wait = FIRST_WAIT.multipliedBy((long) Math.pow(WAITS_LONGER, tries));
        return tries + 1 >= MOST_TRIES || isPast(now)
                ? Optional.empty()
                : Optional.of(new MissingArticle(item, tries + 1, since, now.plus(wait)));
    }

    private boolean isPast(Instant now) {
        return since.plus(WORTH_TRYING).isBefore(now);
    }
}
