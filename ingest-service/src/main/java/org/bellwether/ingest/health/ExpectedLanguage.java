package org.bellwether.ingest.health;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bellwether.events.SourceStatus.Condition;
import org.bellwether.events.SourceStatus.Severity;

/**
 * Whether a feed still speaks the language that the catalogue says. Judged by the script of its titles, which is enough for
 * what happens: a publisher's address that serves the edition of another country.
 */
public final class ExpectedLanguage {

    private static final int FEWEST_TITLES = 5;
    private static final int FEWEST_LETTERS = 60;

    /** Korean titles are full of Latin abbreviations and, in the press, of Hanja; a title without any Hangul is rare. */
    private static final double LEAST_OWN = 0.1;

    private static final Map<String, Set<UnicodeScript>> SCRIPTS = Map.of(
            "ko", Set.of(UnicodeScript.HANGUL),
            "ja", Set.of(UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HAN),
            "zh", Set.of(UnicodeScript.HAN),
            "ru", Set.of(UnicodeScript.CYRILLIC),
            "en", Set.of(UnicodeScript.LATIN),
            "fr", Set.of(UnicodeScript.LATIN),
            "de", Set.of(UnicodeScript.LATIN));

    private ExpectedLanguage() {}

    /**
     * Compares.
     *
     * @param expected BCP 47 tag of the catalogue; one whose script is not known here, as {@code und}, expects nothing
     */
    public static Optional<Condition> check(String expected, List<String> titles) {
        String language = Locale.forLanguageTag(expected).getLanguage();
        Set<UnicodeScript> scripts = SCRIPTS.getOrDefault(language, Set.of());
        String all = String.join(" ", titles);
        long letters = all.codePoints().filter(Character::isLetter).count();
        if (scripts.isEmpty() || titles.size() < FEWEST_TITLES || letters < FEWEST_LETTERS) {
            return Optional.empty();
        }
        long own = all.codePoints()
                .filter(Character::isLetter)
                .filter(letter -> scripts.contains(UnicodeScript.of(letter)))
                .count();
        if (own >= letters * LEAST_OWN) {
            return Optional.empty();
        }
        String name = Locale.forLanguageTag(expected).getDisplayLanguage(Locale.ENGLISH);
        return Optional.of(new Condition(
                "language-changed",
                Severity.WARNING,
                "does not read as " + name + ", which the catalogue says it is: see whether the address serves another"
                        + " edition now"));
    }
}
