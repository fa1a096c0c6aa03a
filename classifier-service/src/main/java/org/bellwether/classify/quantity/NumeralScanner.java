package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what is written as a number, in one pass: digits, English words, Korean units. */
final class NumeralScanner {

    /** A text with more is a table; nobody reads it for its figures. */
    private static final int MOST = 4_000;

    private static final int LONGEST_SUFFIX = 12;

    private final String text;
    private final List<Numeral> found = new ArrayList<>();
    private int at;

    private NumeralScanner(String text) {
        this.text = text;
    }

    /** In reading order, none within another. */
    static List<Numeral> scan(String text) {
        NumeralScanner scanner = new NumeralScanner(text);
        while (scanner.at < text.length() && scanner.found.size() < MOST) {
            scanner.step();
        }
        return scanner.found;
    }

    private void step() {
        char c = text.charAt(at);
        if (Letters.isDigit(c)) {
            readDigits();
        } else if (Letters.isLatin(c)) {
            readWord();
        } else if (c >= '가' && !Letters.isHangul(Letters.at(text, at - 1)) && KoreanNumbers.mayBegin(c)) {
            take(KoreanNumbers.inNativeWords(text, at).or(() -> KoreanNumbers.spelled(text, at)), at + 1);
        } else {
            at++;
        }
    }

    private void take(Optional<Numeral> numeral, int otherwise) {
        numeral.ifPresent(found::add);
        at = numeral.map(Numeral::end).orElse(otherwise);
    }

    private void readDigits() {
        DigitRun run = DigitRun.at(text, at);
        int start = at;
        at = run.end();
        if (run.isEmpty() || !mayStandBehind(start) || isScoreOrTime(start, run.end())) {
            return;
        }
        Numeral digits = new Numeral(start, run.end(), Numeral.plain(run.value()), BigDecimal.ONE, run.writing());
        Numeral korean = KoreanNumbers.continued(text, digits);
        Optional<Numeral> scaled = korean.end() > digits.end() ? Optional.of(korean) : scaled(digits);
        scaled.ifPresent(found::add);
        at = scaled.map(Numeral::end).orElse(at);
    }

    /** With its English scale; empty where letters touch the digits that make them a name or a measure ({@code 155mm}, {@code 12th}). */
    private Optional<Numeral> scaled(Numeral digits) {
        int end = digits.end();
        boolean touches = Letters.isLatin(Letters.at(text, end));
        boolean apart = Letters.isSpace(Letters.at(text, end)) || Letters.at(text, end) == '-';
        int from = touches ? end : apart ? end + 1 : -1;
        if (from < 0 || !Letters.isLatin(Letters.at(text, from))) {
            return Optional.of(digits);
        }
        int to = Word.end(text, from);
        String word = to - from > LONGEST_SUFFIX ? "" : text.substring(from, to).toLowerCase(Locale.ROOT);
        Optional<BigDecimal> scale = EnglishNumbers.scaleOfDigits(word, touches);
        if (scale.isPresent()) {
            Numeral once = digits.scaledBy(scale.get());
            return Optional.of(new Numeral(once.start(), to, once.value(), once.scale(), once.writing()));
        }
        return touches && !Currencies.mayTouchDigits(word) ? Optional.empty() : Optional.of(digits);
    }

    /** Not in names ({@code F-35}, {@code K9}, {@code 화성-20}), ordinals ({@code 제12차}) and the like. */
    private boolean mayStandBehind(int start) {
        char before = Letters.at(text, start - 1);
        if (Letters.isLatin(before)) {
            return Currencies.before(text, start).isPresent();
        }
        boolean joint = Letters.isDash(before) || before == '/' || before == '.' || before == ',' || before == ':';
        char twoBefore = Letters.at(text, start - 2);
        boolean inName = joint && (Letters.isLatin(twoBefore) || (before == '-' && Letters.isHangul(twoBefore)));
        boolean inNumber = before != '-' && joint && Letters.isDigit(twoBefore) && before != '–' && before != '—';
        return !inName && !inNumber && before != '제' && before != '#' && before != '№';
    }

    /** {@code 7:30}, {@code 24/7}, {@code 2+2}. */
    private boolean isScoreOrTime(int start, int end) {
        return isJoined(end, 1) || isJoined(start - 1, -1);
    }

    private boolean isJoined(int sign, int step) {
        char c = Letters.at(text, sign);
        return (c == ':' || c == '/' || c == '+' || c == '·' || c == '×')
                && Letters.isDigit(Letters.at(text, sign + step));
    }

    private void readWord() {
        int start = at;
        while (at < text.length() && Letters.isLatin(text.charAt(at))) {
            at++;
        }
        char before = Letters.at(text, start - 1);
        boolean begins = before != '-' && !Letters.isDigit(before);
        if (begins && EnglishNumbers.mayBegin(text, start, at)) {
            take(SpelledNumber.at(text, start), at);
        }
    }
}
