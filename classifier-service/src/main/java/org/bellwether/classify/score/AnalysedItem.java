package org.bellwether.classify.score;

import java.util.List;
import java.util.Optional;
import org.bellwether.classify.match.Hits;
import org.bellwether.classify.match.PatternSet;
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

        /** Spans of all these patterns, by their number. */
        public List<Span> spans(PatternSet patterns) {
            return hits.spans(patterns);
        }
    }

    /** Whether any of the patterns matched anywhere. */
    public boolean has(PatternSet patterns) {
        for (Field field : fields) {
            if (field.hits().hasAny(patterns)) {
                return true;
            }
        }
        return false;
    }
}
