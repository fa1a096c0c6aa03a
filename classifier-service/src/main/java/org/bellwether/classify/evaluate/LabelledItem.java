package org.bellwether.classify.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.classify.Article;
import org.bellwether.messaging.EventJson;

/**
 * An item as a person labelled it. What its JSON leaves out is empty.
 *
 * @param lang BCP 47
 * @param issues that belong
 * @param unsure that count neither way
 * @param act by issue, where the person named one
 * @param figures values that must be read, as {@code value unit}
 */
public record LabelledItem(
        String id,
        String lang,
        String title,
        String text,
        List<String> issues,
        List<String> unsure,
        Map<String, String> act,
        List<String> figures) {

    public LabelledItem {
        title = title == null ? "" : title;
        text = text == null ? "" : text;
        issues = issues == null ? List.of() : List.copyOf(issues);
        unsure = unsure == null ? List.of() : List.copyOf(unsure);
        act = act == null ? Map.of() : Map.copyOf(act);
        figures = figures == null ? List.of() : List.copyOf(figures);
    }

    /** As the API would be asked: nothing but the words. */
    Article article() {
        return new Article(title, text, Optional.of(lang), Optional.empty(), Optional.empty());
    }

    /** Items of a file, one JSON object a line. */
    public static List<LabelledItem> read(Path file) throws IOException {
        List<LabelledItem> items = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (!line.isBlank()) {
                items.add(EventJson.read(line.getBytes(StandardCharsets.UTF_8), LabelledItem.class));
            }
        }
        return items;
    }
}
