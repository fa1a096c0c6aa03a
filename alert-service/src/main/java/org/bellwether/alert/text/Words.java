package org.bellwether.alert.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The fixed words of mails and pages in one language, from {@code words/<language>.properties}. One source for templates
 * that run inside the service and for renderers that run anywhere.
 */
public final class Words {

    private static final Map<Language, Words> LOADED = new EnumMap<>(Map.of(
            Language.EN, load(Language.EN),
            Language.KO, load(Language.KO)));

    private final Language language;
    private final Map<String, String> byKey;

    private Words(Language language, Map<String, String> byKey) {
        this.language = language;
        this.byKey = byKey;
    }

    public static Words in(Language language) {
        return Objects.requireNonNull(LOADED.get(language));
    }

    /** All of them by key, for templates. */
    public Map<String, String> all() {
        return byKey;
    }

    /**
     * The words with the arguments filled in as {@link MessageFormat} does.
     *
     * @throws IllegalArgumentException when there is no such key, which is an error in the program
     */
    public String of(String key, Object... arguments) {
        @Nullable String pattern = byKey.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + language.tag());
        }
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(arguments);
    }

    /** The same where there are words for the key, as for what another service names. */
    public Optional<String> find(String key, Object... arguments) {
        return byKey.containsKey(key) ? Optional.of(of(key, arguments)) : Optional.empty();
    }

    private static Words load(Language language) {
        String file = "/words/" + language.tag() + ".properties";
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            Map<String, String> byKey = new TreeMap<>();
            properties.stringPropertyNames().forEach(key -> byKey.put(key, properties.getProperty(key)));
            return new Words(language, Map.copyOf(byKey));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
