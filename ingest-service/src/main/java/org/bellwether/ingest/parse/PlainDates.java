package org.bellwether.ingest.parse;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.bellwether.events.DateProvenance;
import org.jspecify.annotations.Nullable;

/**
 * The two forms most dates are in, read without regular expressions: {@code Sun, 27 Sep 2026 10:00:00 +0900} (RFC 822, RFC 2822 §3.3) and
 * {@code 2026-09-27T10:00:00+09:00} (RFC 3339). Anything else in them is for {@link Dates}.
 */
final class PlainDates {

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final String WEEKDAYS = "MonTueWedThuFriSatSun";

    private final String text;
    private int position;
    private boolean failed;

    private PlainDates(String text) {
        this.text = text;
    }

    /** Reads a date that says its zone; empty where it is in any other form, or out of range. */
    static Optional<StatedDate> read(String stated) {
        if (stated.length() < 19 || stated.length() > 35) {
            return Optional.empty();
        }
        PlainDates reading = new PlainDates(stated);
        boolean iso = stated.charAt(4) == '-' && stated.charAt(10) == 'T';
        Instant read = iso ? reading.iso() : reading.rfc822();
        return Optional.ofNullable(read).map(instant -> new StatedDate(instant, DateProvenance.STATED));
    }

    private @Nullable Instant iso() {
        int year = digits(4);
        expect('-');
        int month = digits(2);
        expect('-');
        int day = digits(2);
        expect('T');
        int hour = digits(2);
        expect(':');
        int minute = digits(2);
        expect(':');
        int second = digits(2);
        int nanos = fraction();
        int offset = offset(true);
        return instant(new int[] {year, month, day, hour, minute, second, nanos}, offset);
    }

    private @Nullable Instant rfc822() {
        if (text.charAt(3) == ',') {
            failed = indexOf(WEEKDAYS) < 0;
            expect(',');
            expect(' ');
        }
        int day = text.charAt(position + 1) == ' ' ? digits(1) : digits(2);
        expect(' ');
        int month = indexOf(MONTHS) + 1;
        expect(' ');
        int year = digits(4);
        expect(' ');
        int hour = digits(2);
        expect(':');
        int minute = digits(2);
        expect(':');
        int second = digits(2);
        expect(' ');
        int offset = offset(false);
        return instant(new int[] {year, month, day, hour, minute, second, 0}, offset);
    }

    private @Nullable Instant instant(int[] at, int offset) {
        boolean sound = !failed
                && position == text.length()
                && at[0] > 1970
                && at[1] >= 1
                && at[1] <= Month.DECEMBER.getValue()
                && at[2] >= 1
                && at[2] <= YearMonth.of(at[0], at[1]).lengthOfMonth()
                && at[3] < 24
                && at[4] < 60
                && at[5] < 60;
        return sound
                ? LocalDateTime.of(at[0], at[1], at[2], at[3], at[4], at[5], at[6])
                        .toInstant(ZoneOffset.ofTotalSeconds(offset))
                : null;
    }

    private int fraction() {
        if (position >= text.length() || text.charAt(position) != '.') {
            return 0;
        }
        position++;
        int nanos = 0;
        int unit = 100_000_000;
        while (position < text.length() && isDigit(text.charAt(position)) && unit > 0) {
            nanos += unit * (text.charAt(position++) - '0');
            unit /= 10;
        }
        failed |= unit == 100_000_000;
        return nanos;
    }

    /** Seconds. */
    private int offset(boolean colon) {
        String rest = text.substring(Math.min(position, text.length()));
        if (rest.equals("Z") || rest.equals("GMT") || rest.equals("UTC")) {
            position = text.length();
            return 0;
        }
        char sign = rest.isEmpty() ? 0 : rest.charAt(0);
        failed |= sign != '+' && sign != '-';
        position++;
        int hours = digits(2);
        if (colon) {
            expect(':');
        }
        int minutes = digits(2);
        failed |= hours > 17 || minutes > 59;
        return failed ? 0 : (hours * 60 + minutes) * (sign == '-' ? -60 : 60);
    }

    private int indexOf(String names) {
        int at = position + 3 <= text.length() ? names.indexOf(text.substring(position, position + 3)) : -1;
        position += 3;
        failed |= at < 0 || at % 3 != 0;
        return at / 3;
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            char c = position < text.length() ? text.charAt(position) : 0;
            failed |= !isDigit(c);
            value = value * 10 + (c - '0');
            position++;
        }
        return value;
    }

    private void expect(char wanted) {
        failed |= position >= text.length() || text.charAt(position) != wanted;
        position++;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
