package org.bellwether.alert.indicator;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an open episode's condition last held. Asked at every tick, but an episode that runs out over a week makes for a
 * thousand windows to judge: so it looks again only when the observations changed. Not safe for use by several threads.
 */
final class LastHeld {

    /** Looks through the windows that end after {@code after}, up to {@code now}. */
    interface Search {
        Optional<Instant> latestEnd(Instant after, Instant now);
    }

    /** What was found, and for which question. */
    private record Answer(long revision, Instant after, Instant askedAt, Optional<Instant> end) {}

    private final Observations observations;
    private final Search search;
    private @Nullable Answer last;

    LastHeld(Observations observations, Search search) {
        this.observations = observations;
        this.search = search;
    }

    /** End of the latest window that satisfies the rule and ends after {@code after}, up to {@code now}. */
    Optional<Instant> end(Instant after, Instant now) {
        Answer known = last;
        if (known == null || !known.after().equals(after) || !stillHolds(known, now)) {
            known = new Answer(observations.revision(), after, now, search.latestEnd(after, now));
            last = known;
        }
        return known.end();
    }

    /** A publisher's clock may be ahead: then an observation that was there already comes up by time alone. */
    private boolean stillHolds(Answer known, Instant now) {
        return known.revision() == observations.revision()
                && observations.times(known.askedAt(), now).isEmpty();
    }
}
