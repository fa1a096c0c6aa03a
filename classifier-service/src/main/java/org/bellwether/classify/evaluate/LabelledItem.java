package org.bellwether.classify.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bellwether.classify.Article;
import org.bellwether.events.Act;
import org.bellwether.events.SourceKind;
import org.bellwether.messaging.EventJson;
import org.jspecify.annotations.Nullable;

/**
 * An item as a person labelled it. What its JSON leaves out is empty.
 *
 * @param lang BCP 47
 * @param publisher sort of it, as the guideline for labelling has them; null where unknown
 * @param issues that belong
 * @param unsure that count neither way
 * @param act by issue, where the person named one
 * @param quantities all figures in it; null where nobody looked for them
 */
public record LabelledItem(
        String id,
        String lang,
        String title,
        String text,
        @Nullable String publisher,
        List<String> issues,
        List<String> unsure,
        Map<String, Act> act,
        @Nullable List<LabelledQuantity> quantities) {

    public LabelledItem {
        title = title == null ? "" : title;
        text = text == null ? "" : text;
        issues = issues == null ? List.of() : List.copyOf(issues);
        unsure = unsure == null ? List.of() : List.copyOf(unsure);
        act = act == null ? Map.of() : Map.copyOf(act);
        quantities = quantities == null ? null : List.copyOf(quantities);
    }

    /** As the API would be asked: nothing but the words. */
    public Article article() {
        return new Article(title, text, Optional.of(lang), Optional.empty(), Optional.empty());
    }

    /** As the service's own feeds would send it: with the kind of its publisher, where that is known. */
    public Article published() {
        return new Article(title, text, Optional.of(lang), kind(), Optional.empty());
    }

    /** The kind of its publisher, where one was named whose kind is plain. */
    public Optional<SourceKind> kind() {
        return switch (publisher == null ? "" : publisher) {
            case "ministry", "white-house", "us-department" -> Optional.of(SourceKind.GOVERNMENT);
            case "think-tank" -> Optional.of(SourceKind.THINK_TANK);
            case "wire", "newspaper", "broadcaster", "tabloid" -> Optional.of(SourceKind.NEWS);
            default -> Optional.empty();
        };
    }

    /** The same item, on which these issues count neither way unless they belong. */
    public LabelledItem alsoUnsure(Collection<String> others) {
        Set<String> all = new LinkedHashSet<>(unsure);
        all.addAll(others);
        issues.forEach(all::remove);
        return new LabelledItem(id, lang, title, text, publisher, issues, List.copyOf(all), act, quantities);
    }

    /** Items of a file, one JSON object a line. */
    public static List<LabelledItem> read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(reader);
        }
    }

    /** Items one JSON object a line; blank lines are none. */
    public static List<LabelledItem> read(Reader lines) throws IOException {
        List<LabelledItem> items = new ArrayList<>();
        BufferedReader reader = new BufferedReader(lines);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.isBlank()) {
                items.add(EventJson.read(line.getBytes(StandardCharsets.UTF_8), LabelledItem.class));
            }
        }
        return items;
    }
}
