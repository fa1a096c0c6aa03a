package org.bellwether.web.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Times as a reader wants them: in the desk's zone, the zone always said. */
public final class Times {

    /** Named here, because which short names a JVM knows depends on its locale data; other zones show their offset. */
    private static final Map<ZoneId, String> SHORT_NAMES = Map.of(
            ZoneId.of("Asia/Seoul"),
            "KST",
            ZoneId.of("Asia/Tokyo"),
            "JST",
            ZoneId.of("UTC"),
            "UTC",
            ZoneOffset.UTC,
            "UTC");

    private final DateTimeFormatter full;

    public Times(ZoneId zone) {
        String name = SHORT_NAMES.containsKey(zone) ? "'" + SHORT_NAMES.get(zone) + "'" : "xxx";
        this.full = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm " + name).withZone(zone);
    }

    /** {@code 2026-11-20 21:00 KST}, or {@code 2026-11-20 13:00 +01:00}. */
    public String full(Instant time) {
        return full.format(time);
    }
}
