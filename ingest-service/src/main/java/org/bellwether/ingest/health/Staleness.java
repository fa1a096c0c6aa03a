package org.bellwether.ingest.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.Severity;
import org.jspecify.annotations.Nullable;

/** A feed that answers well and has fallen silent: its publisher may have abandoned it for another. */
public final class Staleness {

    /** A long weekend is no silence. */
    private static final Duration LEAST = Duration.ofDays(4);

    private static final int TIMES_THE_LONGEST_PAUSE = 3;

    private Staleness() {}

    /**
     * Judges by the feed's own rhythm.
     *
     * @param newest publication time of the newest entry known (UTC); null when none is dated
     * @param longestPause the longest between two entries in a row that stood in the feed, the oldest left out; null when too few are dated
     */
    public static Optional<Condition> of(@Nullable Instant newest, @Nullable Duration longestPause, Instant now) {
        if (newest == null || longestPause == null) {
            return Optional.empty();
        }
        Duration unusual = longestPause.multipliedBy(TIMES_THE_LONGEST_PAUSE);
        Duration tolerated = unusual.compareTo(LEAST) < 0 ? LEAST : unusual;
        Duration silence = Duration.between(newest, now);
        if (silence.compareTo(tolerated) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Condition(
                "stale",
                Severity.WARNING,
                "has brought nothing newer than " + newest + ", " + silence.toDays()
                        + " days ago, although its longest pause was " + inWords(longestPause)
                        + ": see whether the publisher has another feed now",
                List.of(newest.toString(), longestPause.toString())));
    }

    private static String inWords(Duration pause) {
        if (pause.toDays() > 1) {
            return pause.toDays() + " days";
        }
        return pause.toHours() > 1 ? pause.toHours() + " hours" : "1 hour";
    }
}
