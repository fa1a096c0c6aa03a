package org.bellwether.classify.quantity;

import java.util.ArrayList;
import java.util.List;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.classify.score.ScoredTag;
import org.bellwether.classify.text.TextAnalyser;
import org.bellwether.events.Evidence;
import org.bellwether.events.Quantity;
import org.bellwether.events.TextField;
import org.jspecify.annotations.Nullable;

/** Finds sums, rates and counts, and the tag each belongs to: the nearest evidence of an issue measured in that kind. */
public final class QuantityFinder {

    private QuantityFinder() {}

    /** In reading order, title before text. */
    public static List<Quantity> find(List<Field> fields, List<ScoredTag> tags) {
        List<Quantity> quantities = new ArrayList<>();
        for (Field field : fields) {
            String text = field.text().original();
            for (FoundQuantity found : find(text)) {
                quantities.add(new Quantity(
                        text.substring(found.start(), found.end()),
                        found.kind(),
                        found.value(),
                        found.valueTo(),
                        found.unit(),
                        found.per(),
                        found.qualifier(),
                        about(found, field.name(), tags),
                        field.name(),
                        found.start(),
                        found.end()));
            }
        }
        return quantities;
    }

    static List<FoundQuantity> find(String whole) {
        String text = whole.length() > TextAnalyser.LONGEST_READ_CHARS
                ? whole.substring(0, TextAnalyser.LONGEST_READ_CHARS)
                : whole;
        return FigureReader.read(text);
    }

    private static @Nullable String about(FoundQuantity quantity, TextField field, List<ScoredTag> tags) {
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (ScoredTag tag : tags) {
            if (tag.uncertain() || !tag.rule().figures().contains(quantity.kind())) {
                continue;
            }
            for (Evidence evidence : tag.evidence()) {
                int gap = Math.max(evidence.start() - quantity.end(), quantity.start() - evidence.end());
                int distance = evidence.field() == field ? Math.max(0, gap) : Integer.MAX_VALUE - 1;
                if (distance < least) {
                    least = distance;
                    nearest = tag.rule().id();
                }
            }
        }
        return nearest;
    }
}
