package org.bellwether.alert.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as a reader wants them: in the desk's zone, the zone always said. */
public final class Times {

    private static final String PATTERN = "yyyy-MM-dd HH:mm zzz";

    private final Language language;
    private final DateTimeFormatter full;

    public Times(Language language, ZoneId zone) {
        this.language = language;
        // Zone names stay English in both languages: "KST" is what Korean readers know, its Korean name is long.
        this.full = DateTimeFormatter.ofPattern(PATTERN, Language.EN.locale()).withZone(zone);
    }

    /** {@code 2026-11-20 21:00 KST}. */
    public String full(Instant time) {
        return full.format(time);
    }

    /** How long ago, roughly: {@code 5 min ago}. A time in the near future, as a skewed clock gives, is "just now". */
    public String ago(Instant time, Instant now) {
        Duration age = Duration.between(time, now);
        Words words = Words.in(language);
        if (age.compareTo(Duration.ofMinutes(1)) < 0) {
            return words.of("ago_now");
        }
        if (age.compareTo(Duration.ofHours(1)) < 0) {
            return words.of("ago_minutes", age.toMinutes());
        }
        if (age.compareTo(Duration.ofDays(2)) < 0) {
            return words.of("ago_hours", age.toHours());
        }
        return words.of("ago_days", age.toDays());
    }
}
