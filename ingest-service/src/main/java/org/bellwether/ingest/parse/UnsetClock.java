package org.bellwether.ingest.parse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/** Dates that are no dates but the zero of somebody's clock. */
final class UnsetClock {

    /** Midnight of these: of Windows, spreadsheets, NTP, the old Mac and Unix. */
    private static final Set<LocalDate> ZEROS = Set.of(
            LocalDate.of(1601, 1, 1),
            LocalDate.of(1899, 12, 30),
            LocalDate.of(1899, 12, 31),
            LocalDate.of(1900, 1, 1),
            LocalDate.of(1904, 1, 1),
            LocalDate.of(1970, 1, 1));

    /** Before it nobody wrote dates in this calendar; most are of a clock that counts from the year 1, as in .NET. */
    private static final int FIRST_YEAR = 1583;

    private UnsetClock() {}

    static boolean shows(LocalDateTime local, Instant instant) {
        boolean midnight = local.toLocalTime().equals(LocalTime.MIDNIGHT);
        return local.getYear() < FIRST_YEAR
                || (midnight && ZEROS.contains(local.toLocalDate()))
                || instant.equals(Instant.EPOCH);
    }
}
