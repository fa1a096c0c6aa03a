package org.bellwether.ingest.schedule;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * How long a publisher says that what was read stays as it is.
 *
 * @param period at least this long
 * @param by where it says so, in the words of the format: {@code ttl}, {@code sy:updatePeriod}, {@code Cache-Control}, {@code Expires}
 */
public record StatedPace(Duration period, String by) {

    /** Of several, the one that asks for most; those that ask for nothing do not count. */
    public static Optional<StatedPace> longest(Collection<StatedPace> stated) {
        return stated.stream()
                .filter(pace -> pace.period().compareTo(Duration.ZERO) > 0)
                .max(Comparator.comparing(StatedPace::period));
    }
}
