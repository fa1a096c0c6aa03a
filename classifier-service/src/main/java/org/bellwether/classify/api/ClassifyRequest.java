package org.bellwether.classify.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bellwether.classify.Article;
import org.bellwether.classify.text.Languages;
import org.bellwether.events.SourceKind;
import org.bellwether.web.RequestJson;
import org.bellwether.web.Violation;
import org.jspecify.annotations.Nullable;

/**
 * One item of a request.
 *
 * @param id handed back as given
 * @param article what is classified; null, blank and absent members are empty
 */
record ClassifyRequest(@Nullable String id, Article article) {

    private static final Map<String, SourceKind> KINDS =
            Map.of("news", SourceKind.NEWS, "gov", SourceKind.GOVERNMENT, "thinktank", SourceKind.THINK_TANK);

    static ClassifyRequest read(JsonNode json, String place, List<Violation> violations) {
        if (!json.isObject()) {
            violations.add(new Violation(whole(place), "an item is an object with title, text or both"));
            return new ClassifyRequest(null, article("", "", Optional.empty(), Optional.empty()));
        }
        Optional<String> id = text(json, "id", place, violations);
        int before = violations.size();
        String title = text(json, "title", place, violations).orElse("");
        String text = text(json, "text", place, violations).orElse("");
        if (title.isBlank() && text.isBlank() && violations.size() == before) {
            violations.add(new Violation(whole(place), "has neither title nor text; give one of them or both"));
        }
        Optional<String> language = language(json, place, violations);
        text(json, "publisher", place, violations);
        Optional<SourceKind> kind = kind(json, place, violations);
        return new ClassifyRequest(id.orElse(null), article(title, text, language, kind));
    }

    private static Optional<String> language(JsonNode json, String place, List<Violation> violations) {
        Optional<String> tag = text(json, "language", place, violations).filter(given -> !given.isBlank());
        if (tag.isPresent() && !isLanguage(tag.get())) {
            violations.add(new Violation(
                    member(place, "language"),
                    "must be a BCP 47 tag of a language there is, such as ko, en or ja; left out, it is detected"));
            return Optional.empty();
        }
        return tag;
    }

    /** Well-formed, and of a language that has a name; or stated as not determined. */
    private static boolean isLanguage(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            String code = locale.getLanguage();
            return tag.equalsIgnoreCase(Languages.UNDETERMINED)
                    || (!code.isEmpty()
                            && !locale.getDisplayLanguage(Locale.ENGLISH).equals(code));
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static Optional<SourceKind> kind(JsonNode json, String place, List<Violation> violations) {
        Optional<String> name = text(json, "kind", place, violations).filter(given -> !given.isBlank());
        Optional<SourceKind> kind = name.map(given -> KINDS.get(given.toLowerCase(Locale.ROOT)));
        if (name.isPresent() && kind.isEmpty()) {
            violations.add(new Violation(member(place, "kind"), "must be one of news, gov, thinktank"));
        }
        return kind;
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
