package org.bellwether.ingest.api.console;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.bellwether.web.text.FixedWords;
import org.bellwether.web.text.Language;

/** The fixed words of the pages in one language. */
final class Words extends FixedWords {

    private static final Map<Language, Words> LOADED =
            new EnumMap<>(Map.of(Language.EN, new Words(Language.EN), Language.KO, new Words(Language.KO)));

    private Words(Language language) {
        super(language, Words.class);
    }

    static Words in(Language language) {
        return Objects.requireNonNull(LOADED.get(language));
    }

    /** The words for a key whose parts are written with dots and hyphens elsewhere, or what is written there. */
    String named(String kind, String name) {
        return find(kind + "_" + name.replace('.', '_')).orElse(name);
    }
}
