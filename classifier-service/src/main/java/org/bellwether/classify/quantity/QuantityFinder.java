package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.classify.score.ScoredTag;
import org.bellwether.classify.text.TextAnalyser;
import org.bellwether.events.Evidence;
import org.bellwether.events.Quantity;
import org.bellwether.events.Quantity.Kind;
import org.bellwether.events.TextField;
import org.jspecify.annotations.Nullable;

/** Finds sums, rates and counts, and the tag each belongs to: the nearest evidence of an issue measured in that kind. */
public final class QuantityFinder {

    /** Smaller numbers in an item are seldom the same people. */
    private static final BigDecimal LEAST_TOLD = BigDecimal.valueOf(1000);

    private static final String WON = "KRW";

    private QuantityFinder() {}

    /** In reading order, title before text. */
    public static List<Quantity> find(List<Field> fields, List<ScoredTag> tags) {
        List<List<FoundQuantity>> found =
                fields.stream().map(field -> find(field.text().original())).toList();
        Set<BigDecimal> soldiers = soldiers(found);
        Map<BigDecimal, String> currencies = foreign(found);
        List<Quantity> quantities = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            for (FoundQuantity figure : found.get(i)) {
                boolean told = figure.unit().equals("people") && soldiers.contains(figure.value());
                FoundQuantity named = isBareKorean(figure, fields.get(i))
                        ? figure.in(currencies.getOrDefault(figure.value(), figure.unit()))
                        : figure;
                quantities.add(quantity(told ? named.ofKind(Kind.TROOPS) : named, fields.get(i), tags));
            }
        }
        return quantities;
    }

    /** {@code 3500억}: a sum whose currency a headline leaves out; won, unless the text tells of so many dollars. */
    private static boolean isBareKorean(FoundQuantity figure, Field field) {
        String original = field.text().original();
        char last = original.charAt(figure.end() - 1);
        return field.name() == TextField.TITLE
                && figure.kind() == Kind.MONEY
                && figure.unit().equals(WON)
                && Letters.isDigit(original.charAt(figure.start()))
                && (last == '억' || last == '조');
    }

    private static Map<BigDecimal, String> foreign(List<List<FoundQuantity>> found) {
        return found.stream()
                .flatMap(List::stream)
                .filter(figure -> figure.kind() == Kind.MONEY && !figure.unit().equals(WON))
                .collect(Collectors.toMap(
                        FoundQuantity::value,
                        FoundQuantity::unit,
                        (first, second) -> first.equals(second) ? first : WON));
    }

    /** Large numbers of soldiers anywhere in the item: a headline often leaves out who is counted. */
    private static Set<BigDecimal> soldiers(List<List<FoundQuantity>> found) {
        return found.stream()
                .flatMap(List::stream)
                .filter(figure -> figure.kind() == Kind.TROOPS && figure.value().compareTo(LEAST_TOLD) >= 0)
                .map(FoundQuantity::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Quantity quantity(FoundQuantity found, Field field, List<ScoredTag> tags) {
        return new Quantity(
                field.text().original().substring(found.start(), found.end()),
                found.kind(),
                found.value(),
                found.valueTo(),
                found.unit(),
                found.per(),
                found.qualifier(),
                about(found, field.name(), tags),
                field.name(),
                found.start(),
                found.end());
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
