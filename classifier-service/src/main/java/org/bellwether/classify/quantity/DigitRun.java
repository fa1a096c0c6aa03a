package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.List;

/**
 * Digits with a fraction, or with thousands set apart by commas or, as KCNA writes, spaces ({@code 28 500}).
 *
 * @param end the place behind the run; all of it is passed even where it is no number
 * @param writing {@link Numeral.Writing#PLAIN}, {@link Numeral.Writing#YEAR} or {@link Numeral.Writing#GROUPED}
 */
record DigitRun(int start, int end, BigDecimal value, Numeral.Writing writing) {

    private static final int MOST_DIGITS = 18;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;

    private static final BigDecimal NONE = BigDecimal.valueOf(-1);

    /** The run that begins here; {@link #isEmpty()} for no digit, a date ({@code 11.17.}) or too many digits. */
    static DigitRun at(String text, int start) {
        int end = digitsEnd(text, start);
        int whole = end;
        boolean spaced = mayBeSpaced(text, start, end);
        while (isGroup(text, end, ',') || (spaced && isSpacedGroup(text, end))) {
            end += 4;
        }
        boolean grouped = end > whole && whole - start <= 3;
        end = grouped ? end : whole;
        int point = end;
        if (Letters.at(text, end) == '.' && Letters.isDigit(Letters.at(text, end + 1))) {
            end = digitsEnd(text, end + 1);
        }
        int past = pastPoints(text, end);
        if (end == start || end - start > MOST_DIGITS || past > end || whole == start) {
            return new DigitRun(start, Math.max(past, end), NONE, Numeral.Writing.PLAIN);
        }
        BigDecimal value = new BigDecimal(grouped ? digits(text, start, end) : text.substring(start, end));
        return new DigitRun(
                start, end, value, grouped ? Numeral.Writing.GROUPED : writing(value, end - start, point == end));
    }

    boolean isEmpty() {
        return value.signum() < 0;
    }

    private static Numeral.Writing writing(BigDecimal value, int length, boolean whole) {
        boolean year = whole && length == 4 && value.intValue() >= FIRST_YEAR && value.intValue() <= LAST_YEAR;
        return year ? Numeral.Writing.YEAR : Numeral.Writing.PLAIN;
    }

    /** A row of numbers with spaces between is one number only if no date, name or longer number stands before it. */
    private static boolean mayBeSpaced(String text, int start, int end) {
        char before = Letters.at(text, start - 1);
        boolean alone = before == '(' || Letters.isQuote(before) || before == '$' || Letters.isSpace(before);
        return alone
                && end > start
                && end - start <= 3
                && Letters.at(text, start) != '0'
                && isSpacedGroup(text, end)
                && !isDayOfMonth(text, start);
    }

    private static boolean isSpacedGroup(String text, int at) {
        char space = Letters.at(text, at);
        return Letters.isSpace(space) && space != '\n' && space != '\r' && space != '\t' && isGroup(text, at, space);
    }

    /** {@code on May 20 300 persons}. */
    private static boolean isDayOfMonth(String text, int start) {
        List<Word> before = Word.before(text, start, 1);
        return !before.isEmpty() && Months.isName(before.get(0).text());
    }

    /** What {@link BigDecimal} reads: without what sets the thousands apart. */
    private static String digits(String text, int start, int end) {
        StringBuilder digits = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Letters.isDigit(c) || c == '.') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    private static boolean isGroup(String text, int at, char between) {
        return Letters.at(text, at) == between
                && Letters.isDigit(Letters.at(text, at + 1))
                && Letters.isDigit(Letters.at(text, at + 2))
                && Letters.isDigit(Letters.at(text, at + 3))
                && !Letters.isDigit(Letters.at(text, at + 4));
    }

    /** Behind further points with digits, as dates and versions have them. */
    private static int pastPoints(String text, int from) {
        int at = from;
        while (Letters.at(text, at) == '.' && Letters.isDigit(Letters.at(text, at + 1))) {
            at = digitsEnd(text, at + 1);
        }
        return at;
    }

    private static int digitsEnd(String text, int from) {
        int at = from;
        while (at < text.length() && Letters.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
