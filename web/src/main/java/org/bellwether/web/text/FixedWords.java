package org.bellwether.web.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The fixed words of a service in one language: those about feeds, which all services share, from
 * {@code words/feeds.<language>.properties} here, and its own from {@code words/<language>.properties} beside it.
 */
public class FixedWords {

    private final Language language;
    private final Map<String, String> byKey;

    /**
     * Reads them.
     *
     * @param service a class of it; what loaded that also finds its words
     */
    protected FixedWords(Language language, Class<?> service) {
        Map<String, String> all = new TreeMap<>();
        read(FixedWords.class, "/words/feeds." + language.tag() + ".properties", all);
        read(service, "/words/" + language.tag() + ".properties", all);
        this.language = language;
        this.byKey = Map.copyOf(all);
    }

    public final Language language() {
        return language;
    }

    /** All of them by key, for templates. */
    public final Map<String, String> all() {
        return byKey;
    }

    /**
     * The words with the arguments filled in as {@link MessageFormat} does.
     *
     * @throws IllegalArgumentException when there is no such key, which is an error in the program
     */
    public final String of(String key, Object... arguments) {
        @Nullable String pattern = byKey.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + language.tag());
        }
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, language.locale()).format(arguments);
    }

    /** The same where there are words for the key, as for what another service names. */
    public final Optional<String> find(String key, Object... arguments) {
        return byKey.containsKey(key) ? Optional.of(of(key, arguments)) : Optional.empty();
    }

    private static void read(Class<?> beside, String file, Map<String, String> into) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file), file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            properties.stringPropertyNames().forEach(key -> into.put(key, properties.getProperty(key)));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
