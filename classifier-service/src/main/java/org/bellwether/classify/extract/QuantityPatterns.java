package org.bellwether.classify.extract;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.compile;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bellwether.events.Quantity;

/** The forms in which the press writes figures, each a pattern with the reading of its parts. */
enum QuantityPatterns {
    /** {@code $10 billion}, {@code $5-10 billion}, {@code US$1.1 bn}, {@code $50억}. */
    SYMBOL_MONEY("(?<symbol>US\\$|\\$|₩|USD\\s?|KRW\\s?)\\s?(?<a>" + Numbers.DIGITS + ")(?<sa>" + Form.SCALE + ")?"
            + "(?:(?<sep>" + Form.SEPARATOR + ")(?:US\\$|\\$|₩)?(?<b>" + Numbers.DIGITS + ")(?<sb>" + Form.SCALE
            + ")?)?"
            + "(?!\\s?[조억만])") {
        @Override
        Optional<Form> read(Matcher m, String text) {
            String unit = m.group("symbol").contains("$") || m.group("symbol").startsWith("USD") ? "USD" : "KRW";
            return Optional.of(Form.english(m, text, Quantity.Kind.MONEY, unit));
        }
    },
    /** {@code 1.52 trillion won}, {@code 10 to 14 trillion won}, {@code 5 billion U.S. dollars}. */
    WORD_MONEY("(?<a>" + Numbers.DIGITS + ")(?<sa>" + Form.SCALE + ")?(?:(?<sep>" + Form.HEDGED_SEPARATOR + ")(?<b>"
            + Numbers.DIGITS + ")(?<sb>" + Form.SCALE
            + ")?)?[\\s-](?:U\\.?S\\.? |American |Korean )?(?<unit>won|dollars?|USD|KRW)(?!\\p{L})") {
        @Override
        Optional<Form> read(Matcher m, String text) {
            String unit = m.group("unit").toLowerCase(Locale.ROOT);
            return Optional.of(Form.english(
                    m, text, Quantity.Kind.MONEY, unit.startsWith("w") || unit.equals("krw") ? "KRW" : "USD"));
        }
    },
    /** {@code 10 to 20 percent}, {@code 10~20%}, {@code 10%에서 20%}. */
    PERCENT("(?<a>" + Numbers.DIGITS + ")(?<sa>)(?:(?:" + Form.PERCENT_SIGN + ")?(?<sep>" + Form.HEDGED_SEPARATOR
            + ")(?<b>" + Numbers.DIGITS + ")(?<sb>))?[\\s-]?(?:" + Form.PERCENT_SIGN + ")") {
        @Override
        Optional<Form> read(Matcher m, String text) {
            return Optional.of(Form.english(m, text, Quantity.Kind.PERCENT, "percent"));
        }
    },
    /** {@code 28,500 U.S. troops}, {@code 10,000 to 12,000 North Korean soldiers}, {@code 28,500-strong}. */
    TROOPS("(?<a>" + Numbers.DIGITS + ")(?<sa>" + Form.SCALE + ")?(?:(?<sep>" + Form.HEDGED_SEPARATOR + ")(?<b>"
            + Numbers.DIGITS + ")(?<sb>"
            + Form.SCALE + ")?)?(?:-strong|(?:[\\s-](?!" + Form.NOT_BEFORE_TROOPS
            + ")[\\p{L}.'’-]{1,20}+){0,5}?[\\s-](?:"
            + Form.SOLDIERS + "))(?!\\p{L})") {
        @Override
        Optional<Form> read(Matcher m, String text) {
            return Optional.of(Form.english(m, text, Quantity.Kind.TROOPS, "people"));
        }
    },
    /** {@code cut troops from 28,500 to 24,000-25,000}: the range, not the figure it is to follow. */
    TROOP_TARGET(
            Form.TROOPS_AT + Form.THOUSANDS + Hedge.TO + "(?:between\\s|(?=" + Hedge.ANY + Form.THOUSANDS + "[-–~]\\d))"
                    + Hedge.ANY + "(?<a>" + Form.THOUSANDS + ")(?<sa>)(?<sep>" + Form.HEDGED_SEPARATOR + ")(?<b>"
                    + Form.THOUSANDS + ")(?<sb>)" + Form.OF_TROOPS) {
        @Override
        Optional<Form> read(Matcher m, String text) {
            return Optional.of(Form.english(m, text, Quantity.Kind.TROOPS, "people"));
        }
    },
    /** {@code troop levels below 28,500}, {@code cut troops from the current 28,500 to about 22,000}. */
    TROOP_LEVEL(Form.TROOPS_AT + "(?<a>" + Form.THOUSANDS + ")(?<sa>)(?:(?<sep>" + Form.HEDGED_SEPARATOR + ")(?<b>"
            + Form.THOUSANDS + ")(?<sb>)(?![-–~]" + Form.THOUSANDS + ")|(?!(?:[-–~]|" + Hedge.TO + ")" + Form.THOUSANDS
            + "(?![-–~]\\d)))" + Form.OF_TROOPS) {
        @Override
        Optional<Form> read(Matcher m, String text) {
            return Optional.of(Form.english(m, text, Quantity.Kind.TROOPS, "people"));
        }
    },
    /** {@code 12 ballistic missiles}, {@code 260 balloons}. */
    COUNT(
            "(?<a>" + Numbers.DIGITS + ")(?<sa>" + Form.SCALE + ")?(?:(?<sep>" + Form.HEDGED_SEPARATOR + ")(?<b>"
                    + Numbers.DIGITS + ")(?<sb>"
                    + Form.SCALE + ")?)?(?:\\s(?!" + Form.NOT_BEFORE_TROOPS
                    + ")[\\p{L}-]{1,20}+){0,3}?\\s(?:missiles|warheads|rockets|(?:artillery )?shells|balloons|rounds|drones|submarines|warships|fighter jets|bombs)(?!\\p{L})") {
        @Override
        Optional<Form> read(Matcher m, String text) {
            return Optional.of(Form.english(m, text, Quantity.Kind.COUNT, "count"));
        }
    },
    /** {@code 2만8500명}, {@code 1조5200억원}, {@code 50억~100억 달러}, {@code 10여 발}. */
    KOREAN(
            "(?<symbol>\\$\\s?)?(?<a>" + Numbers.KOREAN
                    + ")(?:\\s?(?:원|달러|명))?(?:(?<sep>\\s?(?:[~∼〜–-]|에서|부터)\\s?)(?<b>" + Numbers.KOREAN
                    + "))?\\s?(?<about>여)?\\s?(?<unit>원(?![칙자인조전심래정])|달러|불(?![가-힣])|弗|명(?![령시칭확분백])|발(?![가-힣&&[^을이의도로에]])|기(?=의|를|가|\\s|,|$))") {
        @Override
        Optional<Form> read(Matcher m, String text) {
            return Optional.of(Form.korean(m, text));
        }
    },
    /** {@code $50억} without a word for dollars. */
    KOREAN_SYMBOL("(?<symbol>US\\$|\\$)\\s?(?<a>" + Numbers.KOREAN + ")(?<sep>)(?<b>)(?<about>)(?<unit>)(?<=[조억만])") {
        @Override
        Optional<Form> read(Matcher m, String text) {
            BigDecimal value = Numbers.korean(m.group("a"));
            return Optional.of(
                    new Form(m.start(), m.end(), Quantity.Kind.MONEY, "USD", value, Optional.empty(), false));
        }
    };

    private final Pattern pattern;

    QuantityPatterns(String pattern) {
        this.pattern = compile(pattern, CASE_INSENSITIVE);
    }

    Matcher in(String text) {
        return pattern.matcher(text);
    }

    abstract Optional<Form> read(Matcher m, String text);
}
