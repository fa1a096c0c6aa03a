package org.bellwether.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one reading of a feed showed, as far as it tells how fast the feed moves.
 *
 * @param at when it was read (UTC)
 * @param before when it was read before (UTC); absent at the first reading
 * @param entries how many entries stood in it: its window
 * @param published the publication times that entries state (UTC), in any order
 * @param fresh how many entries had not been seen before
 * @param lost whether entries may have passed through the window unseen
 */
public record Sighting(
        Instant at, @Nullable Instant before, int entries, List<Instant> published, int fresh, boolean lost) {

    /** Fewer entries tell nothing of a pace. */
    private static final int FEWEST = 3;

    private static final Duration LEAST_GAP = Duration.ofMillis(1);

    /** Of the window; the peak is that of a fifth of it, since one pair of entries is no pace. */
    private static final int PART = 5;

    public Sighting {
        published = published.stream().sorted().toList();
    }

    /** The least time per entry that shows in this reading; empty when it shows none. */
    Optional<Duration> peakGap() {
        return Gaps.shorter(statedGap(), arrivalGap());
    }

    /** By the entries' own dates: the fastest run of them. */
    private Optional<Duration> statedGap() {
        return published.size() < FEWEST
                ? Optional.empty()
                : Gaps.fastest(published, Math.max(2, published.size() / PART));
    }

    /** By what came since the last reading; when all of the window is new, no slower than that. */
    private Optional<Duration> arrivalGap() {
        boolean tells = lost || fresh >= Math.max(FEWEST, entries / PART);
        if (before == null || fresh == 0 || !tells || !at.isAfter(before)) {
            return Optional.empty();
        }
        Duration gap = Duration.between(before, at).dividedBy(fresh);
        return Optional.of(gap.compareTo(LEAST_GAP) < 0 ? LEAST_GAP : gap);
    }

    /** The longest pause between two entries in a row; empty where fewer than three are dated. Of more the oldest does not count: it may be pinned. */
    Optional<Duration> longestPause() {
        int dated = published.size();
        return dated < FEWEST
                ? Optional.empty()
                : Optional.of(Gaps.longest(published.subList(dated == FEWEST ? 0 : 1, dated)));
    }
}
