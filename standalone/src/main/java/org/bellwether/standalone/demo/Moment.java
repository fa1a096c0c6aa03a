package org.bellwether.standalone.demo;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When something of the script happens, told from the start of the demo, so that the week is always this week. */
sealed interface Moment {

    /** The point in time, for a demo that began at {@code start}. */
    Instant from(Instant start);

    /**
     * Reads {@code +1m20s} (after the start), {@code -2d3h} (before it) or {@code -2d@09:40} (two days before, at
     * that time in Seoul: newsrooms have working hours, whenever the demo is started).
     */
    @JsonCreator
    static Moment parse(String written) {
        Matcher wall = SeoulTime.FORM.matcher(written);
        if (wall.matches()) {
            return SeoulTime.of(written, Integer.parseInt(wall.group(1)), wall.group(2));
        }
        Matcher elapsed = Elapsed.FORM.matcher(written);
        if (elapsed.matches()) {
            Duration length = part(elapsed, 2, Duration.ofDays(1))
                    .plus(part(elapsed, 3, Duration.ofHours(1)))
                    .plus(part(elapsed, 4, Duration.ofMinutes(1)))
                    .plus(part(elapsed, 5, Duration.ofSeconds(1)));
            return new Elapsed(elapsed.group(1).equals("-") ? length.negated() : length);
        }
        throw new IllegalArgumentException("'" + written + "' is no moment; write +1m20s, -2d3h or -2d@09:40");
    }

    private static Duration part(Matcher matcher, int group, Duration unit) {
        String digits = matcher.group(group);
        return digits == null ? Duration.ZERO : unit.multipliedBy(Long.parseLong(digits));
    }

    /** So long after the start; before it where negative. */
    record Elapsed(Duration offset) implements Moment {
        private static final Pattern FORM =
                Pattern.compile("([+-])(?=\\d)(?:(\\d{1,2})d)?(?:(\\d{1,4})h)?(?:(\\d{1,4})m)?(?:(\\d{1,4})s)?");

        @Override
        public Instant from(Instant start) {
            return start.plus(offset);
        }
    }

    /** A wall-clock time in Seoul, at least one calendar day before the start and so never after it. */
    record SeoulTime(int daysBefore, LocalTime time) implements Moment {
        private static final Pattern FORM = Pattern.compile("-([1-9]\\d?)d@(\\d\\d:\\d\\d)");
        private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

        private static SeoulTime of(String written, int daysBefore, String time) {
            try {
                return new SeoulTime(daysBefore, LocalTime.parse(time));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("'" + written + "' has no time of day in it", e);
            }
        }

        @Override
        public Instant from(Instant start) {
            return start.atZone(SEOUL)
                    .toLocalDate()
                    .minusDays(daysBefore)
                    .atTime(time)
                    .atZone(SEOUL)
                    .toInstant();
        }
    }
}
