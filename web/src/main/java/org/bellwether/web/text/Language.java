package org.bellwether.web.text;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bellwether.events.LocalText;

/** A language the desk reads. */
public enum Language {
    @JsonProperty("en")
    EN(Locale.ENGLISH),
    @JsonProperty("ko")
    KO(Locale.KOREAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** BCP 47 tag, {@code en} or {@code ko}. */
    public String tag() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    /** The words in this language. */
    public String of(LocalText words) {
        return this == KO ? words.ko() : words.en();
    }

    /** By tag, a region being ignored ({@code ko-KR} is Korean); empty for a language the desk does not read. */
    public static Optional<Language> byTag(String tag) {
        String language = Locale.forLanguageTag(tag.strip()).getLanguage();
        return Stream.of(values()).filter(known -> known.tag().equals(language)).findFirst();
    }

    /** The reader's first choice that the desk reads, else English; ranges as in {@code Accept-Language} (RFC 9110, 12.5.4). */
    public static Language preferred(String acceptLanguage) {
        List<Locale.LanguageRange> ranges;
        try {
            ranges = acceptLanguage.isBlank() ? List.of() : Locale.LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException e) {
            return EN;
        }
        return ranges.stream()
                .flatMap(range -> byTag(range.getRange()).stream())
                .findFirst()
                .orElse(EN);
    }
}
