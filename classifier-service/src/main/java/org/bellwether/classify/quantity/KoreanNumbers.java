package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers in Korean units: {@code 2만8500}, {@code 3만5천}, {@code 1조 5200억}, {@code 백억}. Large units (만, 억, 조) close
 * what stands before them, small ones (십, 백, 천) multiply the last digits.
 */
final class KoreanNumbers {

    private static final String UNITS = "십백천만억조";
    private static final long[] FACTORS = {10L, 100L, 1_000L, 10_000L, 100_000_000L, 1_000_000_000_000L};
    private static final String DIGITS = "일이삼사오육칠팔구";
    private static final List<String> NATIVE =
            List.of("두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두", "열세", "열네", "열다섯");

    private static final Map<String, Integer> NATIVE_TENS =
            Map.of("스무", 20, "스물", 20, "서른", 30, "마흔", 40, "쉰", 50, "예순", 60, "일흔", 70, "여든", 80, "아흔", 90);

    private static final List<String> NATIVE_ONES = List.of("한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉");

    private static final String NATIVE_COUNTERS = "명척대발기문곳개통벌건분";

    private static final int MOST_PARTS = 12;

    private final String text;
    private int at;
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal section = BigDecimal.ZERO;
    private BigDecimal pending;
    private long lowestLarge = Long.MAX_VALUE;
    private long lastFactor = 1;
    private long scale = 1;
    private int parts;

    private KoreanNumbers(String text, int at, BigDecimal pending) {
        this.text = text;
        this.at = at;
        this.pending = pending;
    }

    /** What digits and the units behind them say together; the digits alone where no unit follows. */
    static Numeral continued(String text, Numeral digits) {
        if (factorAt(text, digits.end()) == 0) {
            return digits;
        }
        KoreanNumbers number = new KoreanNumbers(text, digits.end(), digits.value());
        number.readUnits();
        return number.numeral(digits.start(), Numeral.Writing.SCALED).orElse(digits);
    }

    /** A number without any digit; it must hold a unit, for single syllables mean too many other things. */
    static Optional<Numeral> spelled(String text, int start) {
        KoreanNumbers number = new KoreanNumbers(text, start, BigDecimal.ZERO);
        while (number.parts < MOST_PARTS && number.takeSpelled()) {
            number.parts++;
        }
        return number.numeral(start, Numeral.Writing.SPELLED).filter(numeral -> !beginsOtherWord(text, numeral));
    }

    /** A single unit with a counter behind it is mostly another word: {@code 조명}, {@code 만발}, {@code 억척}, {@code 백기}. */
    private static boolean beginsOtherWord(String text, Numeral numeral) {
        char next = Letters.at(text, numeral.end());
        return numeral.end() - numeral.start() == 1
                && Letters.isHangul(next)
                && (next != '명' || "억조십".indexOf(text.charAt(numeral.start())) >= 0)
                && next != '원'
                && next != '여';
    }

    /** Native numbers; those below five only of people, for {@code 두 곳} and {@code 한 발} are turns of phrase. */
    static Optional<Numeral> inNativeWords(String text, int start) {
        Optional<Numeral> tens = inNativeTens(text, start);
        if (tens.isPresent()) {
            return tens;
        }
        for (int i = NATIVE.size() - 1; i >= 0; i--) {
            String word = NATIVE.get(i);
            int end = start + word.length();
            if (text.startsWith(word, start)
                    && isNativeCounted(i + 2, Letters.at(text, Letters.pastSpace(text, end)))) {
                return Optional.of(
                        new Numeral(start, end, BigDecimal.valueOf(i + 2L), BigDecimal.ONE, Numeral.Writing.SPELLED));
            }
        }
        return Optional.empty();
    }

    /** {@code 서른 명}, {@code 마흔두 대}. */
    private static Optional<Numeral> inNativeTens(String text, int start) {
        if ("스서마쉰예일여아".indexOf(text.charAt(start)) < 0) {
            return Optional.empty();
        }
        int two = Math.min(text.length(), start + 2);
        boolean one = text.charAt(start) == '쉰';
        int end = one ? start + 1 : two;
        Integer value = NATIVE_TENS.get(text.substring(start, end));
        if (value == null) {
            return Optional.empty();
        }
        for (int i = 0; i < NATIVE_ONES.size(); i++) {
            if (text.startsWith(NATIVE_ONES.get(i), end)) {
                return nativeTens(text, start, end + NATIVE_ONES.get(i).length(), value + i + 1);
            }
        }
        return nativeTens(text, start, end, value);
    }

    private static Optional<Numeral> nativeTens(String text, int start, int end, int value) {
        boolean counted = NATIVE_COUNTERS.indexOf(Letters.at(text, Letters.pastSpace(text, end))) >= 0;
        return counted
                ? Optional.of(
                        new Numeral(start, end, BigDecimal.valueOf(value), BigDecimal.ONE, Numeral.Writing.SPELLED))
                : Optional.empty();
    }

    private static boolean isNativeCounted(int value, char counter) {
        return counter == '명' || (value >= 4 && "척대발".indexOf(counter) >= 0);
    }

    /** Whether a number in words may begin so; a switch, for it is asked of every word of a text. */
    static boolean mayBegin(char c) {
        return switch (c) {
            case '두', '세', '네', '다', '여', '아', '열', '스', '서', '마', '쉰', '예', '십', '백', '천', '만', '억', '조' -> true;
            case '일', '이', '삼', '사', '오', '육', '칠', '팔', '구' -> true;
            default -> false;
        };
    }

    private boolean takeSpelled() {
        int digit = DIGITS.indexOf(Letters.at(text, at));
        if (digit >= 0 && pending.signum() == 0) {
            pending = BigDecimal.valueOf(digit + 1L);
            at++;
            return true;
        }
        return takeUnit();
    }

    private void readUnits() {
        while (parts < MOST_PARTS && (takeUnit() || takeDigits())) {
            parts++;
        }
    }

    private boolean takeUnit() {
        long factor = factorAt(text, at);
        if (factor == 0 || factor >= lowestLarge) {
            return false;
        }
        BigDecimal multiplier = BigDecimal.valueOf(factor);
        if (factor < 10_000) {
            section = section.add(orOne(pending).multiply(multiplier));
        } else {
            total = total.add(orOne(section.add(pending)).multiply(multiplier));
            section = BigDecimal.ZERO;
            lowestLarge = factor;
        }
        scale = lastFactor == 1 || factor < 10_000 ? factor : lastFactor < 10_000 ? lastFactor * factor : factor;
        lastFactor = factor;
        pending = BigDecimal.ZERO;
        at++;
        return true;
    }

    /** Digits behind a unit, with at most one space before them, if they are smaller than it. */
    private boolean takeDigits() {
        int from = Letters.isSpace(Letters.at(text, at)) ? at + 1 : at;
        DigitRun run = DigitRun.at(text, from);
        if (pending.signum() > 0
                || run.isEmpty()
                || run.value().compareTo(BigDecimal.valueOf(lastFactor)) >= 0
                || (from > at && !isPartBehindSpace(run.end()))) {
            return false;
        }
        pending = run.value();
        at = run.end();
        scale = 1;
        lastFactor = 1;
        return true;
    }

    /** {@code 1조 5200억}, {@code 2만 8,500명}; a space may also stand before another figure ({@code 10만 2026년}). */
    private boolean isPartBehindSpace(int end) {
        char next = text.length() > end ? text.charAt(end) : ' ';
        return factorAt(text, end) != 0 || next == '명' || next == '원' || next == '여' || next == '달' || next == 'U';
    }

    private Optional<Numeral> numeral(int start, Numeral.Writing writing) {
        if (lastFactor == 1 && scale == 1 && total.signum() == 0 && section.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal value = total.add(section).add(pending);
        return Optional.of(new Numeral(start, at, Numeral.plain(value), BigDecimal.valueOf(scale), writing));
    }

    /** What the unit here multiplies by; nought for none, and for words that only begin like one. */
    private static long factorAt(String text, int at) {
        int unit = UNITS.indexOf(Letters.at(text, at));
        if (unit < 0) {
            return 0;
        }
        char c = text.charAt(at);
        char next = Letters.at(text, at + 1);
        boolean otherWord = (c == '조' && "각치약사직항정건문례별".indexOf(next) >= 0)
                || (c == '만' && "기큼에료족".indexOf(next) >= 0)
                || (c == '천' && "막체문".indexOf(next) >= 0)
                || (c == '백' && ("신악업".indexOf(next) >= 0 || text.startsWith("사장", at + 1)));
        return otherWord ? 0 : FACTORS[unit];
    }

    private static BigDecimal orOne(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ONE : value;
    }
}
