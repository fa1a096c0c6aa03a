package org.bellwether.alert.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as a reader wants them: in the desk's zone, the zone always said. */
public final class Times {

    private static final String PATTERN = "yyyy-MM-dd HH:mm zzz";

    private final DateTimeFormatter full;

    public Times(ZoneId zone) {
        // Zone names stay English in both languages: "KST" is what Korean readers know; its Korean name is long.
        this.full = DateTimeFormatter.ofPattern(PATTERN, Language.EN.locale()).withZone(zone);
    }

    /** {@code 2026-11-20 21:00 KST}. */
    public String full(Instant time) {
        return full.format(time);
    }
}
