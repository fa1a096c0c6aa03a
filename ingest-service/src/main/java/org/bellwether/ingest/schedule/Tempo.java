package org.bellwether.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How fast a feed moves, as far as its readings have shown.
 *
 * @param window entries that stand in it at once
 * @param peakGap the least time per entry, as it was seen; absent when nothing shows a pace
 * @param peakSeen when that was (UTC); it fades from then on
 * @param longestPause between two entries in a row; absent when too few are dated
 * @param lastFresh when a reading last brought something new (UTC)
 * @param lastLoss when entries may last have passed through the window unseen (UTC)
 * @param stated how long the publisher says that the last answer stays fresh
 * @param asOf when it was last read and showed entries (UTC): an empty document is a fault more often than it is the news that all
 *     entries have left; of a feed that never had any, when it was first read
 */
public record Tempo(
        int window,
        @Nullable Duration peakGap,
        @Nullable Instant peakSeen,
        @Nullable Duration longestPause,
        @Nullable Instant lastFresh,
        @Nullable Instant lastLoss,
        @Nullable StatedPace stated,
        @Nullable Instant asOf) {

    /** Nothing is known. */
    public static final Tempo UNKNOWN = new Tempo(0, null, null, null, null, null, null, null);

    /** A peak counts half as much after a week: the week's rhythm is in it, last month's crisis is not. */
    private static final Duration HALF_LIFE = Duration.ofDays(7);

    /** As it is known after a reading. */
    public Tempo after(Sighting sighting, Optional<StatedPace> says) {
        if (sighting.entries() == 0) {
            return new Tempo(
                    window,
                    peakGap,
                    peakSeen,
                    longestPause,
                    lastFresh,
                    lastLoss,
                    says.orElse(null),
                    asOf == null ? sighting.at() : asOf);
        }
        Optional<Duration> faded = faded(sighting.at());
        Optional<Duration> seen = sighting.peakGap();
        boolean higher = seen.isPresent() && (faded.isEmpty() || seen.get().compareTo(faded.get()) <= 0);
        return new Tempo(
                sighting.entries(),
                higher ? seen.get() : peakGap,
                higher ? sighting.at() : peakSeen,
                sighting.longestPause().orElse(longestPause),
                sighting.fresh() > 0 ? sighting.at() : lastFresh,
                sighting.lost() ? sighting.at() : lastLoss,
                says.orElse(null),
                sighting.at());
    }

    /** As it is known after the server said that nothing has changed. */
    public Tempo after(Optional<StatedPace> says) {
        return new Tempo(window, peakGap, peakSeen, longestPause, lastFresh, lastLoss, says.orElse(null), asOf);
    }

    /** How long an entry stays in the window when the feed is at its fastest, as far as that still counts by now; empty when it is not known. */
    public Optional<Duration> cover(Instant now) {
        return faded(now).map(gap -> gap.multipliedBy(Math.max(1, window)));
    }

    /** Whether entries may have been lost within the last week: it is asked oftener then than anybody said. */
    boolean lossy(Instant now) {
        return lastLoss != null && lastLoss.plus(HALF_LIFE).isAfter(now);
    }

    private Optional<Duration> faded(Instant now) {
        if (peakGap == null || peakSeen == null) {
            return Optional.empty();
        }
        double weeks = (double) Duration.between(peakSeen, now).toMillis() / HALF_LIFE.toMillis();
        return Optional.of(Duration.ofNanos((long) (peakGap.toNanos() * Math.pow(2, Math.max(0, weeks)))));
    }
}
