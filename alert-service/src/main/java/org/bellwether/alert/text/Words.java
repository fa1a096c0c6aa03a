package org.bellwether.alert.text;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.bellwether.web.text.FixedWords;
import org.bellwether.web.text.Language;

/**
 * The fixed words of mails and pages in one language. One source for templates that run inside the service and for
 * renderers that run anywhere.
 */
public final class Words extends FixedWords {

    private static final Map<Language, Words> LOADED =
            new EnumMap<>(Map.of(Language.EN, new Words(Language.EN), Language.KO, new Words(Language.KO)));

    private Words(Language language) {
        super(language, Words.class);
    }

    public static Words in(Language language) {
        return Objects.requireNonNull(LOADED.get(language));
    }
}
