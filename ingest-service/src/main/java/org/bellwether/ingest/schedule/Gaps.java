package org.bellwether.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The time between entries. */
final class Gaps {

    private Gaps() {}

    /**
     * The least time per entry over any run of so many entries. What carries one and the same time came at once: the run is
     * taken on to the next time then.
     *
     * @param ascending publication times
     */
    static Optional<Duration> fastest(List<Instant> ascending, int run) {
        Optional<Duration> fastest = Optional.empty();
        for (int from = 0; from + run < ascending.size(); from++) {
            int to = from + run;
            while (to < ascending.size() && ascending.get(to).equals(ascending.get(from))) {
                to++;
            }
            if (to < ascending.size()) {
                Duration gap =
                        Duration.between(ascending.get(from), ascending.get(to)).dividedBy(to - (long) from);
                fastest = shorter(fastest, Optional.of(gap));
            }
        }
        return fastest;
    }

    static Duration longest(List<Instant> ascending) {
        Duration longest = Duration.ZERO;
        for (int i = 1; i < ascending.size(); i++) {
            Duration gap = Duration.between(ascending.get(i - 1), ascending.get(i));
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        return longest;
    }

    static Optional<Duration> shorter(Optional<Duration> one, Optional<Duration> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().compareTo(other.get()) <= 0 ? one : other;
    }
}
