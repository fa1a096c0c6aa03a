package org.bellwether.ingest.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.events.DateProvenance;
import org.jspecify.annotations.Nullable;

/** Dates in the forms feeds use: RFC 822 and its successors, ISO 8601 and W3C profiles, and what East Asian and American systems print. */
final class Dates {

    private static final String TIME =
            "(?<before>[ap]m(?!\\p{L})|a\\.m\\.|p\\.m\\.|오전|오후|午前|午後|上午|下午)?\\s*(?<hour>\\d{1,2})\\s*[:시時时点]\\s*"
                    + "(?:(?<minute>\\d{1,2})[분分]?)?(?:\\s*:?\\s*(?<second>\\d{1,2})[초秒]?(?:[.,](?<fraction>\\d{1,9})\\d*)?)?"
                    + "\\s*(?<after>[ap]m(?!\\p{L})|a\\.m\\.|p\\.m\\.)?";
    private static final String ZONE =
            "(?<zone>[+-]\\d{1,2}:?\\d{2}|[+-]\\d{1,2}|[a-z]{1,5}\\s*[+-]\\d{1,2}(?::?\\d{2})?|[a-z]+(?:/[a-z_]+)+|[a-z]{1,5})?"
                    + "(?:\\s*(?:\\([^)]*\\)|\\[[^]]*]|(?<=\\d\\s)[a-z]{3,4}))?";
    private static final String CLOCK = "(?:(?:[\\s,T:@-]|at\\s)*" + TIME + ")?\\s*" + ZONE + "\\s*$";
    private static final String YEAR = "(?<year>\\d{4})";
    private static final String NAME = "\\p{L}[\\p{L}\\p{M}]{2,14}\\.?";
    private static final String MONTH_NAME = "(?<month>" + NAME + "|\\d{1,2})";

    private static final Pattern SLASHED = form("^(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4}|\\d{2})" + CLOCK);

    private static final List<Pattern> FORMS = List.of(
            form("^" + YEAR + "[-./]\\s*0?(?<month>\\d{1,2})[-./]\\s*(?<day>\\d{1,2})\\.?" + CLOCK),
            form("^" + YEAR
                    + "(?<month>\\d{2})(?<day>\\d{2})(?:T?\\s*(?<hour>\\d{2}):?(?<minute>\\d{2}):?(?<second>\\d{2})?"
                    + "(?:[.,](?<fraction>\\d{1,9}))?)?\\s*" + ZONE + "$"),
            form("^" + YEAR + "[\\s-]+(?<month>" + NAME + ")[\\s-]+(?<day>\\d{1,2})" + CLOCK),
            SLASHED,
            form("^(?<year>\\d{2})-(?<month>0[1-9]|1[0-2])-(?<day>\\d{2})" + CLOCK),
            form("^(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s.,/-]+(?:(?:de|of)\\s+)?" + MONTH_NAME
                    + "[\\s.,/-]+(?:de\\s+)?(?<year>\\d{4}|\\d{2})(?!\\d)" + CLOCK),
            form("^(?<month>" + NAME + ")[\\s-]+(?<day>\\d{1,2})(?:st|nd|rd|th)?[,\\s-]+" + YEAR + CLOCK),
            form("^(?<month>" + NAME + ")\\s+(?<day>\\d{1,2})\\s+" + TIME + "\\s*" + ZONE + "\\s+" + YEAR + "$"),
            form("^(?<month>" + NAME + ")\\s+(?<day>\\d{1,2})\\s+" + TIME + "\\s+" + YEAR + "\\s+" + ZONE + "$"),
            form("^(?<year>\\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])$"),
            form("^" + YEAR + "-(?<month>\\d{2})$"),
            form("^(?<month>" + NAME + ")\\s+" + YEAR + "$"),
            form("^" + YEAR + "$"));
    private static final Pattern ORDINAL = form("^" + YEAR + "-?(?<dayOfYear>\\d{3})$");

    private static final Pattern SINCE_1970 = Pattern.compile("^(1\\d{9})(?:\\.\\d+|(\\d{3}))?$");
    /** Between slashes only what can be no month, and only where nobody puts the day first. */
    private static final Pattern SHORT_YEAR_SLASHED =
            Pattern.compile("^(?:1[3-9]|[2-9]\\d)(?=/\\d{1,2}/\\d{1,2}(?!\\d))");

    private static final Set<String> YEAR_FIRST =
            Set.of("Asia/Seoul", "Asia/Pyongyang", "Asia/Tokyo", "Asia/Shanghai", "Asia/Taipei");
    private static final Pattern SHORT_YEAR_FIRST = Pattern.compile("^\\d{2}(?=\\.\\s?\\d{1,2}\\.\\s?\\d{1,2}(?!\\d))");
    private static final Pattern IN_URL = Pattern.compile(
            "(?<!\\d)((?:19|20)\\d{2})([-/_.]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?!\\d{1,2}(?:\\D|$))");

    /** ISO 8601 §5.2.3: the week of a year, and perhaps its day. */
    private static final Pattern WEEK = form("^" + YEAR + "-?W(?<week>\\d{2})(?:-?(?<weekday>[1-7]))?$");

    private static final int LONGEST = 120;
    private static final Set<String> AFTERNOON = Set.of("오후", "午後", "下午");

    private Dates() {}

    /**
     * Reads a date.
     *
     * @param zone for dates that state none
     */
    static Optional<StatedDate> read(String stated, ZoneId zone) {
        Optional<StatedDate> plain = PlainDates.read(stated);
        if (plain.isPresent() || stated.length() > LONGEST) {
            return plain;
        }
        String text = DateSpellings.normalised(stated);
        if (zone.getId().startsWith("Asia/")) {
            // With points and two digits each, the year comes first in East Asia and last in Europe.
            text = SHORT_YEAR_FIRST.matcher(text).replaceFirst("20$0");
        }
        if (YEAR_FIRST.contains(zone.getId())) {
            text = SHORT_YEAR_SLASHED.matcher(text).replaceFirst("20$0");
        }
        Matcher counted = SINCE_1970.matcher(text);
        if (counted.find()) {
            Instant instant =
                    Instant.ofEpochSecond(Long.parseLong(counted.group(1))).plusMillis(number(counted.group(2), 0));
            return Optional.of(new StatedDate(instant, DateProvenance.STATED));
        }
        Matcher ordinal = ORDINAL.matcher(text);
        if (ordinal.find()) {
            return ofDay(ordinal, zone);
        }
        Matcher week = WEEK.matcher(text);
        if (week.find()) {
            return ofWeek(week, zone);
        }
        Optional<StatedDate> read = inForm(text, zone);
        String mended = read.isPresent() ? text : DateSpellings.mended(text);
        return mended.equals(text) ? read : inForm(mended, zone);
    }

    private static Optional<StatedDate> inForm(String text, ZoneId zone) {
        for (Pattern form : FORMS) {
            Matcher match = form.matcher(text);
            if (match.find()) {
                return of(match, zone);
            }
        }
        return Optional.empty();
    }

    /** The day an article's address names, at its first moment in the source's zone. */
    static Optional<Instant> inUrl(String url, ZoneId zone) {
        Matcher match = IN_URL.matcher(url);
        while (match.find()) {
            try {
                return Optional.of(LocalDate.of(number(match.group(1)), number(match.group(3)), number(match.group(4)))
                        .atStartOfDay(zone)
                        .toInstant());
            } catch (DateTimeException e) {
                // 31 February is part of some number: the next match may be a date.
            }
        }
        return Optional.empty();
    }

    private static Optional<StatedDate> ofDay(Matcher ordinal, ZoneId zone) {
        try {
            LocalDate day = LocalDate.ofYearDay(number(ordinal.group("year")), number(ordinal.group("dayOfYear")));
            return dated(day.atStartOfDay(), null, zone);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<StatedDate> ofWeek(Matcher week, ZoneId zone) {
        try {
            LocalDate day = LocalDate.of(number(week.group("year")), 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(week.group("week")))
                    .with(ChronoField.DAY_OF_WEEK, number(week.group("weekday"), 1));
            return dated(day.atStartOfDay(), null, zone);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<StatedDate> of(Matcher match, ZoneId zone) {
        try {
            int month = month(group(match, "month"));
            int day = number(group(match, "day"), 1);
            if (day <= 12 && (month > 12 || isDayFirst(match, zone))) {
                int swapped = month;
                month = day;
                day = swapped;
            }
            LocalDate date = LocalDate.of(year(match.group("year")), month, day);
            return dated(date.atStartOfDay().plusSeconds(secondOfDay(match)), group(match, "zone"), zone)
                    .map(read -> new StatedDate(
                            read.instant().plusNanos(nanos(group(match, "fraction"))), read.provenance()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Between slashes the month comes first, but in Europe; American programs, which say a.m. and p.m., stand there too. */
    private static boolean isDayFirst(Matcher match, ZoneId zone) {
        return match.pattern() == SLASHED
                && zone.getId().startsWith("Europe/")
                && group(match, "before") == null
                && group(match, "after") == null;
    }

    private static Optional<StatedDate> dated(LocalDateTime local, @Nullable String zoneName, ZoneId zone) {
        Optional<ZoneId> stated = zoneName == null ? Optional.empty() : ZoneNames.zone(zoneName);
        Instant instant = local.atZone(stated.orElse(zone)).toInstant();
        if (UnsetClock.shows(local, instant)) {
            return Optional.empty();
        }
        return Optional.of(
                new StatedDate(instant, stated.isPresent() ? DateProvenance.STATED : DateProvenance.ZONE_ASSUMED));
    }

    private static long secondOfDay(Matcher match) {
        int hour = number(group(match, "hour"), 0);
        int minute = number(group(match, "minute"), 0);
        int second = Math.min(59, number(group(match, "second"), 0));
        String half = group(match, "before") == null ? group(match, "after") : group(match, "before");
        if (half != null && hour <= 12) {
            boolean afternoon =
                    AFTERNOON.contains(half) || half.toLowerCase(Locale.ROOT).startsWith("p");
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        if (hour > 24 || minute > 59) {
            throw new DateTimeException("no such time");
        }
        return hour * 3600L + minute * 60L + second;
    }

    private static long nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Long.parseLong((fraction + "00000000").substring(0, 9));
    }

    private static int month(@Nullable String stated) {
        if (stated == null) {
            return Month.JANUARY.getValue();
        }
        if (Character.isDigit(stated.charAt(0))) {
            return number(stated);
        }
        return MonthNames.number(stated).orElseThrow(() -> new DateTimeException("no such month: " + stated));
    }

    /** RFC 2822 §4.3 for years of two digits. */
    private static int year(String stated) {
        int year = number(stated);
        if (stated.length() > 2) {
            return year;
        }
        return year < 50 ? 2000 + year : 1900 + year;
    }

    private static @Nullable String group(Matcher match, String name) {
        return match.pattern().pattern().contains("(?<" + name + ">") ? match.group(name) : null;
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : number(digits);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Pattern form(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
