package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Signs and words of money, as ISO 4217 codes. */
final class Currencies {

    private static final Map<Character, String> SIGNS = Map.of(
            '$', "USD", '＄', "USD", '€', "EUR", '£', "GBP", '¥', "JPY", '₩', "KRW", '￦', "KRW", '₽', "RUB", '₹', "INR");

    /** What letters before a sign make of it. */
    private static final Map<String, String> LETTERED = Map.ofEntries(
            Map.entry("us$", "USD"),
            Map.entry("u.s.$", "USD"),
            Map.entry("a$", "AUD"),
            Map.entry("au$", "AUD"),
            Map.entry("c$", "CAD"),
            Map.entry("ca$", "CAD"),
            Map.entry("nz$", "NZD"),
            Map.entry("nt$", "TWD"),
            Map.entry("hk$", "HKD"),
            Map.entry("s$", "SGD"),
            Map.entry("cn¥", "CNY"));

    private static final Set<String> CODES =
            Set.of("USD", "KRW", "EUR", "JPY", "CNY", "GBP", "RUB", "AUD", "CAD", "TWD", "INR", "PLN", "CZK", "CHF");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("dollar", "USD"),
            Map.entry("dollars", "USD"),
            Map.entry("bucks", "USD"),
            Map.entry("won", "KRW"),
            Map.entry("yen", "JPY"),
            Map.entry("euro", "EUR"),
            Map.entry("euros", "EUR"),
            Map.entry("yuan", "CNY"),
            Map.entry("renminbi", "CNY"),
            Map.entry("rmb", "CNY"),
            Map.entry("pounds", "GBP"),
            Map.entry("ruble", "RUB"),
            Map.entry("rubles", "RUB"),
            Map.entry("rouble", "RUB"),
            Map.entry("roubles", "RUB"),
            Map.entry("rupees", "INR"),
            Map.entry("koruna", "CZK"),
            Map.entry("crowns", "CZK"),
            Map.entry("zloty", "PLN"),
            Map.entry("zlotys", "PLN"),
            Map.entry("francs", "CHF"),
            Map.entry("baht", "THB"),
            Map.entry("pesos", "PHP"),
            Map.entry("rupiah", "IDR"),
            Map.entry("ringgit", "MYR"),
            Map.entry("hryvnia", "UAH"),
            Map.entry("hryvnias", "UAH"),
            Map.entry("riyals", "SAR"),
            Map.entry("dirhams", "AED"),
            Map.entry("kroner", "NOK"),
            Map.entry("kronor", "SEK"),
            Map.entry("shekels", "ILS"),
            Map.entry("dong", "VND"));

    /** Signs, words and codes of all money but dollars, in lower case. */
    private static final Pattern FOREIGN = Pattern.compile(
            Stream.concat(
                            WORDS.entrySet().stream()
                                    .filter(word -> !word.getValue().equals("USD"))
                                    .map(Map.Entry::getKey),
                            CODES.stream().filter(code -> !code.equals("USD")))
                    .collect(Collectors.joining("|", "[€£¥₩￦₽₹]|\\b(?:", ")\\b")),
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> COUNTRIES = Map.of(
            "canadian", "CAD",
            "australian", "AUD",
            "taiwan", "TWD",
            "taiwanese", "TWD",
            "singapore", "SGD",
            "kong", "HKD",
            "zealand", "NZD");

    private static final Set<String> PASSED = Set.of(
            "u.s.",
            "us",
            "american",
            "korean",
            "south",
            "japanese",
            "chinese",
            "russian",
            "new",
            "hong",
            "british",
            "czech",
            "polish",
            "swiss",
            "indian");

    /** Longer names first, so that none is read as the shorter one it begins with. */
    private static final Beginnings<String> KOREAN = new Beginnings<>(List.of(
            Map.entry("호주달러", "AUD"),
            Map.entry("호주 달러", "AUD"),
            Map.entry("캐나다달러", "CAD"),
            Map.entry("캐나다 달러", "CAD"),
            Map.entry("대만달러", "TWD"),
            Map.entry("대만 달러", "TWD"),
            Map.entry("홍콩달러", "HKD"),
            Map.entry("홍콩 달러", "HKD"),
            Map.entry("싱가포르달러", "SGD"),
            Map.entry("싱가포르 달러", "SGD"),
            Map.entry("미국달러", "USD"),
            Map.entry("미국 달러", "USD"),
            Map.entry("미달러", "USD"),
            Map.entry("미 달러", "USD"),
            Map.entry("달러", "USD"),
            Map.entry("딸라", "USD"),
            Map.entry("弗", "USD"),
            Map.entry("불", "USD"),
            Map.entry("원", "KRW"),
            Map.entry("엔", "JPY"),
            Map.entry("유로", "EUR"),
            Map.entry("위안", "CNY"),
            Map.entry("파운드", "GBP"),
            Map.entry("루블", "RUB"),
            Map.entry("코루나", "CZK"),
            Map.entry("즈워티", "PLN"),
            Map.entry("루피아", "IDR"),
            Map.entry("루피", "INR"),
            Map.entry("프랑", "CHF"),
            Map.entry("스위스프랑", "CHF"),
            Map.entry("스위스 프랑", "CHF"),
            Map.entry("흐리우냐", "UAH"),
            Map.entry("디르함", "AED"),
            Map.entry("리얄", "SAR"),
            Map.entry("링깃", "MYR"),
            Map.entry("페소", "PHP"),
            Map.entry("US$", "USD"),
            Map.entry("바트", "THB")));

    private static final String AFTER_WON = "칙자인조전심래정탁소년장구본양천형산불";
    private static final String AFTER_YEN = "진지비터드트딩";
    private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000L);
    private static final int MOST_LETTERS = 4;
    private static final int LEAST_IN_BUL = 10;

    private Currencies() {}

    /** The sign or code that touches a number, or nearly so, on its left. */
    static Optional<Mark> before(String text, int number) {
        int end = Letters.beforeSpace(text, number);
        String signed = SIGNS.get(Letters.at(text, end - 1));
        if (signed != null) {
            return Optional.of(signed(text, end, signed));
        }
        int start = end;
        while (start > 0 && start > end - MOST_LETTERS && Letters.isLatin(text.charAt(start - 1))) {
            start--;
        }
        String code = text.substring(start, end);
        return CODES.contains(code) && !Letters.isLatin(Letters.at(text, start - 1))
                ? Optional.of(new Mark(start, number, Measure.money(code)))
                : Optional.empty();
    }

    private static Mark signed(String text, int end, String plain) {
        int start = end - 1;
        while (start > 0 && start > end - 1 - MOST_LETTERS && isLetterOrPoint(text.charAt(start - 1))) {
            start--;
        }
        String code = LETTERED.get(text.substring(start, end).toLowerCase(Locale.ROOT));
        return code == null ? new Mark(end - 1, end, Measure.money(plain)) : new Mark(start, end, Measure.money(code));
    }

    private static boolean isLetterOrPoint(char c) {
        return Letters.isLatin(c) || c == '.';
    }

    /** Whether these letters may follow digits without a space and leave them a number. */
    static boolean mayTouchDigits(String word) {
        return WORDS.containsKey(word)
                || word.equals("pct")
                || word.equals("percent")
                || word.equals("p")
                || CODES.contains(word.toUpperCase(Locale.ROOT));
    }

    /** Whether money other than dollars is named. */
    static boolean isForeignNamed(String text) {
        return FOREIGN.matcher(text).find();
    }

    /** The code of an English word for money. */
    static Optional<String> ofWord(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }

    /** The word for money that follows a number, in either language. */
    static Optional<Mark> after(String text, Numeral number) {
        int at = Letters.pastSpace(text, number.end());
        if (Letters.at(text, at) == '-') {
            at++;
        }
        char c = Letters.at(text, at);
        return Letters.isLatin(c) && !text.startsWith("US$", at)
                ? english(text, at, number)
                : c > 0x3000 || c == 'U' ? korean(text, at, number) : Optional.empty();
    }

    private static Optional<Mark> english(String text, int at, Numeral number) {
        String country = "";
        for (Word word : Word.after(text, at, 3)) {
            String code = WORDS.get(word.text());
            if (CODES.contains(word.text().toUpperCase(Locale.ROOT))) {
                return Optional.of(new Mark(
                        number.start(), word.end(), Measure.money(word.text().toUpperCase(Locale.ROOT))));
            }
            if (code != null && isMoney(word.text(), number)) {
                String own = code.equals("USD") ? COUNTRIES.getOrDefault(country, code) : code;
                return Optional.of(new Mark(number.start(), word.end(), Measure.money(own)));
            }
            if (!PASSED.contains(word.text()) && !COUNTRIES.containsKey(word.text())) {
                return Optional.empty();
            }
            country = COUNTRIES.getOrDefault(word.text(), "").isEmpty() ? country : word.text();
        }
        return Optional.empty();
    }

    /** Pounds are weight unless there are millions; a won after a year was won by somebody. */
    private static boolean isMoney(String word, Numeral number) {
        return switch (word) {
            case "pounds", "crowns" -> number.isScaled();
            case "dollar" -> number.writing() != Numeral.Writing.SPELLED || number.isScaled();
            case "won" -> number.writing() != Numeral.Writing.YEAR && !isSingle(number);
            default -> true;
        };
    }

    /** {@code not one won}: a turn of phrase. */
    private static boolean isSingle(Numeral number) {
        return number.writing() == Numeral.Writing.SPELLED && number.value().compareTo(BigDecimal.ONE) == 0;
    }

    private static Optional<Mark> korean(String text, int from, Numeral number) {
        boolean odd = Letters.at(text, from) == '여' && number.isScaled();
        int at = odd ? Letters.pastSpace(text, from + 1) : from;
        return KOREAN.at(text, at, end -> isWhole(text, at, end))
                .filter(name -> mayBeSum(name.getKey(), number))
                .map(name ->
                        new Mark(number.start(), at + name.getKey().length(), Measure.money(name.getValue()), odd));
    }

    /** {@code 3불} are three refusals, {@code 0원} is no sum, and nobody writes two hundred million in syllables: a name. */
    private static boolean mayBeSum(String name, Numeral number) {
        boolean few = name.equals("불") && !number.isScaled() && !number.isAtLeast(LEAST_IN_BUL);
        boolean person = number.writing() == Numeral.Writing.SPELLED
                && number.end() - number.start() == 2
                && number.scale().compareTo(HUNDRED_MILLION) == 0;
        return number.value().signum() > 0 && !few && !person;
    }

    /** Names of one syllable also begin other words. */
    private static boolean isWhole(String text, int start, int end) {
        char next = Letters.at(text, end);
        if (end - start > 1 || !Letters.isHangul(next)) {
            return true;
        }
        return switch (text.charAt(start)) {
            case '원' -> AFTER_WON.indexOf(next) < 0;
            case '불' -> "을이에의로은도과만씩짜대".indexOf(next) >= 0;
            case '엔' -> AFTER_YEN.indexOf(next) < 0;
            default -> true;
        };
    }
}
