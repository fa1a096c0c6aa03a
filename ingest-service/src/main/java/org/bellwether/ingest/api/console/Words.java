package org.bellwether.ingest.api.console;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The fixed words of the pages in one language.
 *
 * @param lang BCP 47 tag
 * @param byKey the words
 */
record Words(String lang, Map<String, String> byKey) {

    static final Words EN = load("en");
    static final Words KO = load("ko");

    /** The first language of a list as in {@code Accept-Language} (RFC 9110, section 12.5.4) that there is, else English. */
    static Words preferred(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return EN;
        }
        try {
            return Locale.LanguageRange.parse(accepted).stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
                    .filter(language -> language.equals("ko") || language.equals("en"))
                    .findFirst()
                    .map(language -> language.equals("ko") ? KO : EN)
                    .orElse(EN);
        } catch (IllegalArgumentException e) {
            return EN;
        }
    }

    String of(String key) {
        return Objects.requireNonNull(byKey.get(key), key);
    }

    private static Words load(String lang) {
        String file = "/console/" + lang + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            Map<String, String> byKey = new TreeMap<>();
            properties.stringPropertyNames().forEach(key -> byKey.put(key, properties.getProperty(key)));
            return new Words(lang, Map.copyOf(byKey));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
