package org.bellwether.classify.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bellwether.classify.Article;
import org.bellwether.events.SourceKind;
import org.bellwether.web.RequestJson;
import org.bellwether.web.Violation;
import org.jspecify.annotations.Nullable;

/**
 * One item of a request.
 *
 * @param id handed back as given
 * @param article what is classified; null, blank and absent members are empty
 * @param sources what watches may call its publisher
 */
record ClassifyRequest(@Nullable String id, Article article, List<String> sources) {

    private static final Map<String, SourceKind> KINDS =
            Map.of("news", SourceKind.NEWS, "gov", SourceKind.GOVERNMENT, "thinktank", SourceKind.THINK_TANK);

    private static final Set<String> TWO_LETTER_CODES = Set.of(Locale.getISOLanguages());
    private static final Pattern PRIMARY_END = Pattern.compile("-");

    static ClassifyRequest read(JsonNode json, String place, List<Violation> violations) {
        if (!json.isObject()) {
            violations.add(new Violation(whole(place), "an item is an object with title, text or both"));
            return new ClassifyRequest(null, article("", "", Optional.empty(), Optional.empty()), List.of());
        }
        Optional<String> id = text(json, "id", place, violations);
        int before = violations.size();
        String title = text(json, "title", place, violations).orElse("");
        String text = text(json, "text", place, violations).orElse("");
        if (title.isBlank() && text.isBlank() && violations.size() == before) {
            violations.add(new Violation(whole(place), "has neither title nor text; give one of them or both"));
        }
        Optional<String> language = language(json, place, violations);
        Optional<String> publisher = stated(json, "publisher", place, violations);
        Optional<SourceKind> kind = kind(json, place, violations);
        return new ClassifyRequest(
                id.orElse(null),
                article(title, text, language, kind),
                publisher.map(String::strip).stream().toList());
    }

    private static Optional<String> language(JsonNode json, String place, List<Violation> violations) {
        Optional<String> tag = stated(json, "language", place, violations);
        if (tag.isPresent() && !isLanguage(tag.get())) {
            violations.add(new Violation(
                    member(place, "language"),
                    "must be a BCP 47 tag that begins with a language code of ISO 639, two letters or three, such as ko, "
                            + "en-US or yue; may be left out or blank"));
            return Optional.empty();
        }
        return tag;
    }

    /**
     * Well-formed by RFC 5646, with a primary language of ISO 639. Of the codes of two letters there are few, and all are
     * known here; those of three letters change from year to year, so any will do.
     */
    private static boolean isLanguage(String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException e) {
            return false;
        }
        String primary = PRIMARY_END.split(tag, 2)[0].toLowerCase(Locale.ROOT);
        return primary.length() == 2 ? TWO_LETTER_CODES.contains(primary) : primary.length() == 3;
    }

    private static Optional<SourceKind> kind(JsonNode json, String place, List<Violation> violations) {
        Optional<String> name = stated(json, "kind", place, violations);
        Optional<SourceKind> kind = name.map(given -> KINDS.get(given.toLowerCase(Locale.ROOT)));
        if (name.isPresent() && kind.isEmpty()) {
            violations.add(new Violation(
                    member(place, "kind"), "must be one of news, gov, thinktank; may be left out or blank"));
        }
        return kind;
    }

    /** Blank says as little as nothing at all: what fills in a form sends it so. */
    private static Optional<String> stated(JsonNode json, String name, String place, List<Violation> violations) {
        return text(json, name, place, violations).filter(given -> !given.isBlank());
    }

    private static String member(String place, String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private static String whole(String place) {
        return place.isEmpty() ? RequestJson.BODY : place;
    }

    private static Article article(String title, String text, Optional<String> language, Optional<SourceKind> kind) {
        return new Article(title, text, language, kind, Optional.empty());
    }

    private static Optional<String> text(JsonNode json, String name, String place, List<Violation> violations) {
        JsonNode member = json.get(name);
        if (member == null || member.isNull()) {
            return Optional.empty();
        }
        if (!member.isTextual()) {
            violations.add(new Violation(member(place, name), "must be text"));
            return Optional.empty();
        }
        return Optional.of(member.textValue());
    }
}
