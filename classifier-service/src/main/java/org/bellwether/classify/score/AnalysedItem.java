package org.bellwether.classify.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bellwether.classify.match.Hits;
import org.bellwether.classify.match.Span;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.events.SourceKind;
import org.bellwether.events.TextField;

/**
 * An item with what matched in it.
 *
 * @param fields title, then text
 * @param language BCP 47, as detected
 * @param kind of its publisher, where known
 * @param country of its publisher (ISO 3166-1 alpha-2), where known
 */
public record AnalysedItem(List<Field> fields, String language, Optional<SourceKind> kind, Optional<String> country) {

    /** One field, its terms and its hits. */
    public record Field(TextField name, AnalysedText text, Hits hits) {

        /** Spans of all these patterns, in their order. */
        public List<Span> spans(List<Integer> patterns) {
            List<Span> spans = new ArrayList<>();
            for (int pattern : patterns) {
                spans.addAll(hits.spans(pattern));
            }
            return spans;
        }
    }

    /** Whether any of the patterns matched anywhere. */
    public boolean has(List<Integer> patterns) {
        return fields.stream()
                .anyMatch(field -> patterns.stream()
                        .anyMatch(pattern -> field.hits().patterns().contains(pattern)));
    }
}
