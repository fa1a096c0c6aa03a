package org.bellwether.classify.evaluate;

import com.fasterxml.jackson.annotation.JsonAlias;
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
import org.bellwether.messaging.EventJson;
import org.jspecify.annotations.Nullable;

/**
 * An item as a person labelled it. What its JSON leaves out is empty.
 *
 * @param lang BCP 47
 * @param publisher sort of it, as the guideline for labelling has them, or a newspaper's name; null where unknown. The
 *     development set calls it {@code source}.
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
        @JsonAlias("source") @Nullable String publisher,
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

    /** As the API is asked by whoever gives nothing but the words. */
    public Article article() {
        return new Article(title, text, Optional.of(lang), Optional.empty(), Optional.empty());
    }

    /** As the service's own feeds would send it: with what their catalogue says of such a publisher. */
    public Article published() {
        LabelledPublisher by = LabelledPublisher.of(publisher, lang);
        return new Article(title, text, Optional.of(lang), by.kind(), by.country());
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
