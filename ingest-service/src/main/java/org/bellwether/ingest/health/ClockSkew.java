package org.bellwether.ingest.health;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.Severity;

/** A publisher whose clock is wrong dates its entries wrong, unless it is ours that is. */
public final class ClockSkew {

    private static final Duration TOLERATED = Duration.ofMinutes(5);

    private ClockSkew() {}

    /**
     * Judges by the {@code Date} of an answer.
     *
     * @param ahead how far the server's clock is ahead of ours, negative when behind
     */
    public static Optional<Condition> of(Duration ahead) {
        if (ahead.abs().compareTo(TOLERATED) <= 0) {
            return Optional.empty();
        }
        String side = ahead.isNegative() ? "behind" : "ahead of";
        return Optional.of(new Condition(
                "clock-skew",
                Severity.WARNING,
                "is served by a machine whose clock is " + shown(ahead.abs()) + " " + side
                        + " this one's, or from an old copy: do not trust its dates, and check this machine's clock",
                List.of(ahead.abs().toString())));
    }

    /** In the unit that leaves at least two. */
    private static String shown(Duration skew) {
        if (skew.toDays() >= 2) {
            return skew.toDays() + " days";
        }
        return skew.toHours() >= 2 ? skew.toHours() + " hours" : skew.toMinutes() + " minutes";
    }
}
