package org.bellwether.alert.indicator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bellwether.alert.text.Amounts;
import org.bellwether.events.LocalText;
import org.bellwether.events.Quantity;
import org.bellwether.events.Tag;
import org.bellwether.events.TaggedItem;
import org.bellwether.web.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * An item carries a figure about the issue beyond a threshold.
 *
 * @param signal which items may carry it
 * @param figure what sort of figure
 * @param comparison which side of the threshold counts
 * @param threshold in the figure's unit
 * @param notBelow smaller figures mean something else (a contingent, an instalment) and do not count; 0 for none
 * @param window how long one such item keeps the indicator up
 */
public record QuantityThreshold(
        Signal signal, Figure figure, Comparison comparison, double threshold, double notBelow, Duration window)
        implements Rule {

    /** Which side of the threshold counts. */
    public enum Comparison {
        BELOW,
        AT_LEAST
    }

    /**
     * A sort of figure.
     *
     * @param kind what is counted
     * @param unit unit that figures are brought to
     * @param per the rate's period where the text states one: a figure with another period does not count
     * @param rates units that can be brought to {@code unit}, with the factor
     */
    public record Figure(
            Quantity.Kind kind, String unit, @Nullable String per, Map<String, BigDecimal> rates) {

        public Figure {
            rates = Map.copyOf(rates);
        }

        private Optional<BigDecimal> factor(Quantity quantity) {
            boolean otherPeriod = per != null && quantity.per() != null && !per.equals(quantity.per());
            if (quantity.kind() != kind || otherPeriod) {
                return Optional.empty();
            }
            return quantity.unit().equals(unit)
                    ? Optional.of(BigDecimal.ONE)
                    : Optional.ofNullable(rates.get(quantity.unit()));
        }
    }

    private record Candidate(Quantity quantity, double value) {}

    @Override
    public List<String> issues() {
        return signal.issues();
    }

    @Override
    public Optional<Observation> observe(TaggedItem item) {
        Optional<Tag> tag = signal.in(item);
        Comparator<Candidate> byValue = Comparator.comparingDouble(Candidate::value);
        Comparator<Candidate> strongestLast = comparison == Comparison.BELOW ? byValue.reversed() : byValue;
        return tag.flatMap(found -> item.quantities().stream()
                .filter(quantity -> found.issue().equals(quantity.about()))
                .map(this::candidate)
                .flatMap(Optional::stream)
                .filter(candidate -> candidate.value() >= notBelow && beyond(candidate.value()))
                .max(strongestLast)
                .map(best -> new Observation(
                        Reading.eventTime(item.item()),
                        List.of(0),
                        best.value(),
                        Quotes.alertItem(item, found, best.quantity()))));
    }

    @Override
    public List<Integer> publishersNeeded() {
        return List.of(1);
    }

    @Override
    public boolean holds(List<Observation> inWindow) {
        return inWindow.stream().anyMatch(observation -> observation.figure() != null);
    }

    @Override
    public Finding judge(List<Observation> inWindow) {
        Comparator<Observation> byFigure = Comparator.comparingDouble(QuantityThreshold::figureOf);
        return inWindow.stream()
                .filter(observation -> observation.figure() != null)
                .max(comparison == Comparison.BELOW ? byFigure.reversed() : byFigure)
                .map(telling -> new Finding(true, figureOf(telling), threshold, figure.unit(), carried(telling)))
                .orElseGet(() -> new Finding(false, 0, threshold, figure.unit(), absent()));
    }

    private static double figureOf(Observation observation) {
        return Objects.requireNonNull(observation.figure(), "only asked of observations with a figure");
    }

    private LocalText carried(Observation telling) {
        LocalText value = amount(figureOf(telling));
        LocalText limit = amount(threshold);
        String asWritten = converted(telling);
        return comparison == Comparison.BELOW
                ? new LocalText(
                        "a figure of %s%s is reported, below %s".formatted(value.en(), asWritten, limit.en()),
                        "%s%s 보도, 기준 %s 미만".formatted(value.ko(), asWritten, limit.ko()))
                : new LocalText(
                        "a figure of %s%s is reported, at least %s".formatted(value.en(), asWritten, limit.en()),
                        "%s%s 보도, 기준 %s 이상".formatted(value.ko(), asWritten, limit.ko()));
    }

    /** A figure that nobody reported in this unit, in the words of who reported it. */
    private String converted(Observation telling) {
        Quantity reported = telling.item().quantity();
        return reported == null || reported.unit().equals(figure.unit()) ? "" : " (" + reported.text() + ")";
    }

    private LocalText absent() {
        LocalText limit = amount(threshold);
        return comparison == Comparison.BELOW
                ? new LocalText(
                        "no figure below %s within %s".formatted(limit.en(), Words.english(window)),
                        "%s 동안 %s 미만의 수치 없음".formatted(Words.korean(window), limit.ko()))
                : new LocalText(
                        "no figure of %s or more within %s".formatted(limit.en(), Words.english(window)),
                        "%s 동안 %s 이상의 수치 없음".formatted(Words.korean(window), limit.ko()));
    }

    private LocalText amount(double value) {
        return new LocalText(
                Amounts.of(value, figure.unit(), Language.EN), Amounts.of(value, figure.unit(), Language.KO));
    }

    /** The end of a range that speaks most for the rule. */
    private Optional<Candidate> candidate(Quantity quantity) {
        return figure.factor(quantity).map(factor -> {
            BigDecimal low = quantity.value().multiply(factor);
            BigDecimal high =
                    quantity.valueTo() == null ? low : quantity.valueTo().multiply(factor);
            BigDecimal telling = comparison == Comparison.BELOW ? low.min(high) : low.max(high);
            return new Candidate(quantity, telling.doubleValue());
        });
    }

    private boolean beyond(double value) {
        return comparison == Comparison.BELOW ? value < threshold : value >= threshold;
    }
}
