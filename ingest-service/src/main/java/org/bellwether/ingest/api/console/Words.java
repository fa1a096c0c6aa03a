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

    /** The words for one of a kind, such as the member {@code listing.item}, or its name where there are none. */
    String named(String kind, String name) {
        return find(kind + "_" + name.replace('.', '_')).orElse(name);
    }
}
