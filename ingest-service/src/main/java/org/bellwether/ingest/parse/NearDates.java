package org.bellwether.ingest.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.events.DateProvenance;
import org.jspecify.annotations.Nullable;

/**
 * Dates as pages show them to somebody who reads today: how long ago, yesterday, a day without its year, the mere time of a post of today.
 * They are reckoned from the moment the page was fetched, backwards: nothing on a list of what was published lies ahead.
 *
 * @param zone the source's own
 * @param now when the page was fetched
 */
record NearDates(ZoneId zone, Instant now) {

    /** A time of day, which may be missing. */
    static final String TIME =
            "(?:(?:\\s?\\(?[월화수목금토일](?:요일)?\\))?(?:\\s|T|,|at\\s){0,3}(?:(?:오전|오후)\\s?)?\\d{1,2}:\\d{2}(?::\\d{2})?"
                    + "(?:\\s?[ap]\\.?m\\.?(?!\\p{L}))?(?:\\s?(?:Z|[+-]\\d{2}:?\\d{2}|KST|GMT|UTC|E[SD]T)(?![\\p{L}\\d]))?)?";

    static final String MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
            + "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    static final String DAY = "\\d{1,2}(?:st|nd|rd|th)?";

    private static final String COUNT = "(?:\\d{1,3}|an?|one|한)";
    private static final String UNIT = "(?:초|분|시간|일|주일?|개월|달|년|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?"
            + "|w|wks?|weeks?|mos?|months?|y|yrs?|years?)";
    private static final String TOLD = String.join(
            "|",
            "방금(?:\\s?전)?|(?:just|right) now|(?:a )?moments? ago",
            COUNT + "\\s?" + UNIT + "\\s?(?:전|ago)(?!\\p{L})",
            "(?:오늘|어제|그제|그저께|today|yesterday)(?!\\p{L})" + TIME);
    private static final String NAMED = String.join(
            "|",
            "(?:0?[1-9]|1[0-2])월\\s?\\d{1,2}일" + TIME,
            MONTH + "\\s" + DAY + "(?![\\d,]|\\s\\d{3})" + TIME,
            DAY + "\\s" + MONTH + "(?!\\p{L}|,?\\s\\d{3})" + TIME);
    private static final String NUMBERED = "\\d{1,2}[./-]\\s?\\d{1,2}\\.?(?![./\\d%-])" + TIME;

    /** Such dates between other words. */
    static final Pattern IN_WORDS =
            form("(?<![\\p{L}\\d.,:/-])(?:" + String.join("|", TOLD, NAMED, NUMBERED) + ")(?![\\p{L}\\d])");

    /** Numbers alone may be anything; these say in words that they are a date. */
    private static final Pattern SPEAKING = form("(?:" + TOLD + "|" + NAMED + ")");

    private static final Pattern JUST = form("방금(?:\\s?전)?|(?:just|right) now|(?:a )?moments? ago");
    private static final Pattern AGO = form("(?<count>" + COUNT + ")\\s?(?<unit>" + UNIT + ")\\s?(?:전|ago)");
    private static final Pattern DAYS_BACK = form("(?<day>오늘|어제|그제|그저께|today|yesterday)(?<rest>.*)");
    private static final Pattern MONTH_FIRST = form("(?<month>" + MONTH
            + "|\\d{1,2})(?:\\s|[./-]\\s?|월\\s?)(?<day>\\d{1,2})(?:st|nd|rd|th|일|\\.)?(?<rest>\\D.*)?");
    private static final Pattern DAY_FIRST = form(
            "(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:\\s|[./-]\\s?)(?<month>" + MONTH + "|\\d{1,2}\\.?)(?<rest>[^\\d.].*)?");
    private static final Pattern TIME_ALONE =
            form("(?:(?:오전|오후)\\s?)?\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[ap]\\.?m\\.?)?");
    private static final Pattern REST = form(TIME);

    private static final Map<String, ChronoUnit> UNITS = Map.ofEntries(
            Map.entry("초", ChronoUnit.SECONDS),
            Map.entry("분", ChronoUnit.MINUTES),
            Map.entry("시간", ChronoUnit.HOURS),
            Map.entry("일", ChronoUnit.DAYS),
            Map.entry("주", ChronoUnit.WEEKS),
            Map.entry("주일", ChronoUnit.WEEKS),
            Map.entry("개월", ChronoUnit.MONTHS),
            Map.entry("달", ChronoUnit.MONTHS),
            Map.entry("년", ChronoUnit.YEARS),
            Map.entry("s", ChronoUnit.SECONDS),
            Map.entry("m", ChronoUnit.MINUTES),
            Map.entry("h", ChronoUnit.HOURS),
            Map.entry("d", ChronoUnit.DAYS),
            Map.entry("w", ChronoUnit.WEEKS),
            Map.entry("mo", ChronoUnit.MONTHS),
            Map.entry("y", ChronoUnit.YEARS));

    /** The one before may lack the 29 February. */
    private static final int MOST_YEARS_BACK = 8;

    /** Reads such a date; empty where it is none. What is less exact than an hour becomes the first moment of its day in the source's zone. */
    Optional<StatedDate> read(String text) {
        return instant(text.strip()).map(instant -> new StatedDate(instant, DateProvenance.INFERRED));
    }

    /** Whether the whole text says in words that it is such a date. */
    boolean speaks(String text) {
        return SPEAKING.matcher(text.strip()).matches() && read(text).isPresent();
    }

    private Optional<Instant> instant(String text) {
        if (JUST.matcher(text).matches()) {
            return Optional.of(now);
        }
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return ago(count(ago.group("count")), unit(ago.group("unit")));
        }
        Matcher back = DAYS_BACK.matcher(text);
        if (back.matches()) {
            return on(today().minusDays(daysBack(back.group("day"))), back.group("rest"));
        }
        if (TIME_ALONE.matcher(text).matches()) {
            return on(today(), " " + text)
                    .flatMap(at -> isAhead(at) ? on(today().minusDays(1), " " + text) : Optional.of(at));
        }
        return withoutYear(text);
    }

    private Optional<Instant> ago(int count, ChronoUnit unit) {
        ZonedDateTime at = now.atZone(zone).minus(count, unit);
        boolean byTheDay = unit.compareTo(ChronoUnit.DAYS) >= 0;
        return Optional.of(
                (byTheDay ? at.toLocalDate().atStartOfDay(zone) : at.truncatedTo(ChronoUnit.MINUTES)).toInstant());
    }

    private Optional<Instant> withoutYear(String text) {
        boolean dayFirst = zone.getId().startsWith("Europe/");
        Optional<Instant> one = dated((dayFirst ? DAY_FIRST : MONTH_FIRST).matcher(text));
        return one.isPresent() ? one : dated((dayFirst ? MONTH_FIRST : DAY_FIRST).matcher(text));
    }

    private Optional<Instant> dated(Matcher match) {
        if (!match.matches()) {
            return Optional.empty();
        }
        OptionalInt month = month(match.group("month"));
        int day = Integer.parseInt(match.group("day"));
        int thisYear = today().getYear();
        for (int year = thisYear; month.isPresent() && year > thisYear - MOST_YEARS_BACK; year--) {
            Optional<Instant> at = day(year, month.getAsInt(), day).flatMap(date -> on(date, match.group("rest")));
            if (at.isPresent() && !isAhead(at.get())) {
                return at;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> on(LocalDate day, @Nullable String rest) {
        String time = rest == null ? "" : rest;
        return REST.matcher(time).matches() ? Dates.read(day + time, zone).map(StatedDate::instant) : Optional.empty();
    }

    private boolean isAhead(Instant at) {
        return at.isAfter(now.plus(Reading.SKEW));
    }

    private LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    private static int daysBack(String day) {
        return switch (day.toLowerCase(Locale.ROOT)) {
            case "오늘", "today" -> 0;
            case "어제", "yesterday" -> 1;
            default -> 2;
        };
    }

    private static int count(String stated) {
        return Character.isDigit(stated.charAt(0)) ? Integer.parseInt(stated) : 1;
    }

    /** In English by how it begins; a month has two letters more than a minute's one. */
    private static ChronoUnit unit(String stated) {
        String unit = stated.toLowerCase(Locale.ROOT);
        String start = unit.startsWith("mo") ? "mo" : unit.substring(0, 1);
        return Objects.requireNonNull(UNITS.get(UNITS.containsKey(unit) ? unit : start));
    }

    private static OptionalInt month(String stated) {
        String month = stated.replace(".", "");
        return Character.isDigit(month.charAt(0)) ? OptionalInt.of(Integer.parseInt(month)) : MonthNames.number(month);
    }

    private static Pattern form(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    }
}
