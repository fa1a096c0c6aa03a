package org.bellwether.ingest.parse;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Months by name, short or long, in the languages in which feeds write dates that ought to be in English. */
final class MonthNames {

    private static final List<Locale> LANGUAGES = Stream.of(
                    "en", "de", "fr", "es", "it", "pt", "nl", "el", "hu", "ru", "pl", "tr", "sv", "da", "nb", "cs",
                    "fi", "ro", "uk")
            .map(Locale::forLanguageTag)
            .toList();
    private static final Pattern MARKS = Pattern.compile("[\\p{M}.]+");
    private static final int SHORTEST = 3;
    private static final Map<String, Integer> NUMBERS = numbers();

    private MonthNames() {}

    /** The number of a month, by its whole name or how it begins. */
    static OptionalInt number(String name) {
        String plain = plain(name);
        for (int length = plain.length(); length >= SHORTEST; length--) {
            Integer number = NUMBERS.get(plain.substring(0, length));
            if (number != null) {
                return OptionalInt.of(number);
            }
        }
        return OptionalInt.empty();
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        // English first: where a name of another language means another month, English has it.
        for (Locale language : LANGUAGES) {
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    String name = plain(month.getDisplayName(style, language));
                    if (name.length() >= SHORTEST) {
                        numbers.putIfAbsent(name, month.getValue());
                    }
                }
            }
        }
        return Map.copyOf(numbers);
    }

    private static String plain(String name) {
        return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
