package org.bellwether.classify.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.classify.score.ScoredTag;
import org.bellwether.classify.text.TextAnalyser;
import org.bellwether.events.Evidence;
import org.bellwether.events.Quantity;
import org.bellwether.events.TextField;
import org.jspecify.annotations.Nullable;

/** Finds sums, rates and counts, and the tag each belongs to: the nearest evidence of an issue measured in that kind. */
public final class QuantityFinder {

    private static final int MOST_PER_FIELD = 200;

    /** What is read as more is a row of digits or a typo, and too long for the number types of stores. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);

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
        if (text.chars().noneMatch(Character::isDigit)) {
            return List.of();
        }
        List<FoundQuantity> found = new ArrayList<>();
        for (QuantityPatterns form : QuantityPatterns.values()) {
            collect(form, text, found);
        }
        found.sort(Comparator.comparingInt((FoundQuantity q) -> q.start()).thenComparing(q -> -q.end()));
        return found.size() > MOST_PER_FIELD ? List.copyOf(found.subList(0, MOST_PER_FIELD)) : found;
    }

    /** Earlier forms are surer: a later one does not reread what they have read. */
    private static void collect(QuantityPatterns form, String text, List<FoundQuantity> found) {
        Matcher matcher = form.in(text);
        List<FoundQuantity> read = new ArrayList<>();
        int from = 0;
        while (from < text.length() && matcher.find(from)) {
            Optional<Form> figure = form.read(matcher, text);
            from = figure.map(Form::end).orElse(matcher.end());
            from = Math.max(from, matcher.start() + 1);
            figure.filter(QuantityFinder::isPlausible).map(f -> worded(f, text)).ifPresent(read::add);
        }
        for (FoundQuantity quantity : read) {
            int last = found.size();
            if (found.subList(0, last).stream().noneMatch(quantity::overlaps)) {
                found.add(quantity);
            }
        }
    }

    private static boolean isPlausible(Form form) {
        return form.value().compareTo(LARGEST) <= 0
                && form.valueTo().map(to -> to.compareTo(LARGEST) <= 0).orElse(true);
    }

    private static FoundQuantity worded(Form form, String text) {
        Quantity.Qualifier stated =
                Wording.qualifier(text, form.start(), form.end(), form.valueTo().isPresent());
        boolean approximate = form.about() && stated == Quantity.Qualifier.EXACTLY;
        return new FoundQuantity(
                form.start(),
                form.end(),
                form.kind(),
                form.value(),
                form.valueTo().orElse(null),
                form.unit(),
                form.kind() == Quantity.Kind.MONEY ? Wording.per(text, form.start(), form.end()) : null,
                approximate ? Quantity.Qualifier.ABOUT : stated);
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
