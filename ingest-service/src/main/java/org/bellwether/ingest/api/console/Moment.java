package org.bellwether.ingest.api.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.bellwether.web.text.Times;
import org.jspecify.annotations.Nullable;

/**
 * A point in time, or that there is none.
 *
 * @param shown in the desk's zone, which is named; else why there is none
 * @param iso UTC, for programs; empty when there is none
 * @param utc UTC, for people who hover over it
 */
public record Moment(String shown, String iso, String utc) {

    private static final Times UTC = new Times(ZoneOffset.UTC);

    static Moment of(@Nullable Instant time, Times times, String never) {
        return time == null
                ? new Moment(never, "", "")
                : new Moment(
                        times.full(time), time.truncatedTo(ChronoUnit.SECONDS).toString(), UTC.full(time));
    }

    public boolean known() {
        return !iso.isEmpty();
    }
}
