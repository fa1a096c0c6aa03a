package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bellwether.events.Quantity.Qualifier;

/** Reads the figures of a text: of every number what it counts, whether it is a range, how exact it is, and over what time. */
final class FigureReader {

    private static final int MOST = 200;
    private static final int HEDGE_WORDS = 10;
    private static final int WORDS_TO_CHANGE = 8;
    private static final int WORDS_TO_WHOLE = 4;
    private static final int WIDEST_PAIR = 45;

    /** What is read as more is a row of digits or a typo, and too long for the number types of stores. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);

    private static final Set<String> CHANGES = Set.of(
            "fall",
            "falls",
            "fell",
            "drop",
            "drops",
            "dropped",
            "cut",
            "cuts",
            "reduce",
            "reduced",
            "reducing",
            "lower",
            "lowered",
            "rise",
            "rises",
            "rose",
            "raise",
            "raised",
            "increase",
            "increased",
            "increasing",
            "grow",
            "grew",
            "lift",
            "lifted",
            "expand",
            "expanded",
            "shrink",
            "shrank",
            "bring",
            "bringing",
            "trim",
            "trimmed",
            "down",
            "up",
            "halved",
            "halve",
            "pared",
            "slashed",
            "doubled",
            "scaled",
            "decline",
            "declined");

    private final String text;
    private final Amounts amounts;
    private final List<FoundQuantity> found = new ArrayList<>();

    private FigureReader(String text) {
        this.text = text;
        this.amounts = new Amounts(text);
    }

    /** In reading order, at most two hundred. */
    static List<FoundQuantity> read(String text) {
        FigureReader reader = new FigureReader(text);
        int readTo = 0;
        for (int i = 0; i < reader.amounts.size() && reader.found.size() < MOST; i++) {
            if (reader.amounts.start(i) >= readTo) {
                readTo = Math.max(readTo, reader.read(i));
            }
        }
        return reader.found;
    }

    /** Where the figure that begins with this amount ends; the end of its number if it begins none. */
    private int read(int index) {
        Amount amount = amounts.at(index);
        if (Labels.isBefore(text, amount)) {
            return amount.number().end();
        }
        Figure figure = Ranges.join(amounts, index).orElseGet(() -> Figure.of(amount));
        Figure measured = figure.measure().isStated() ? figure : explained(figure, index);
        if (!measured.measure().isFigure()) {
            return amount.number().end();
        }
        if (isPlausible(measured)) {
            found.add(worded(measured));
        }
        return measured.end();
    }

    /** A bare number takes its measure from a fraction's whole ({@code 20 of 40 drills}), or from what the sentence counts. */
    private Figure explained(Figure figure, int index) {
        Optional<Measure> whole = figure.valueTo().isEmpty() ? measureOfWhole(figure, index + 1) : Optional.empty();
        if (whole.isPresent()) {
            return figure.measured(whole.get());
        }
        if (Headcounts.isOfSoldiers(text, figure)) {
            return figure.measured(Measure.TROOPS);
        }
        if (Ellipses.isBare(text, figure)) {
            return untold(figure);
        }
        return isChange(figure) ? figure.measured(Measure.THINGS) : figure;
    }

    /** A number without a noun, which the words before it may explain. */
    private Figure untold(Figure figure) {
        if (Crowds.isOne(text, figure)) {
            return figure.measured(Measure.PEOPLE);
        }
        return Ellipses.measure(text, figure, found)
                .or(() -> BareSums.measure(text, figure))
                .map(figure::measured)
                .orElse(figure);
    }

    private Optional<Measure> measureOfWhole(Figure figure, int next) {
        if (!amounts.has(next) || !figure.last().isWhole() || figure.last().writing() == Numeral.Writing.YEAR) {
            return Optional.empty();
        }
        List<Word> behind = Word.after(text, figure.end(), WORDS_TO_WHOLE);
        int last = behind.size() - 1;
        boolean of = last >= 0
                && behind.get(0).text().equals("of")
                && Letters.pastSpace(text, behind.get(last).end()) == amounts.start(next);
        if (!of) {
            return Optional.empty();
        }
        Measure measure = amounts.at(next).measure();
        boolean counted = measure.isFigure()
                && (measure.unit().equals("count") || measure.unit().equals("people"));
        boolean part = figure.last().value().compareTo(amounts.at(next).number().value()) < 0;
        return counted && part ? Optional.of(measure) : Optional.empty();
    }

    /** {@code drills will fall from 51 to 22}. */
    private boolean isChange(Figure figure) {
        boolean whole = figure.valueTo().isPresent()
                && figure.last().isWhole()
                && figure.last().writing() != Numeral.Writing.YEAR;
        List<Word> before = whole ? Word.before(text, figure.start(), WORDS_TO_CHANGE) : List.of();
        boolean from = before.stream().limit(1).anyMatch(word -> word.text().equals("from"));
        boolean change = before.stream().anyMatch(word -> CHANGES.contains(word.text()));
        boolean joined = Letters.isLatin(Letters.at(text, figure.end())) || Letters.at(text, figure.end()) == '-';
        return from && change && !joined;
    }

    private static boolean isPlausible(Figure figure) {
        return figure.value().compareTo(LARGEST) <= 0
                && figure.valueTo().map(to -> to.compareTo(LARGEST) <= 0).orElse(true);
    }

    private FoundQuantity worded(Figure figure) {
        boolean soldiers = figure.measure().equals(Measure.PEOPLE) && Headcounts.isKnownLevel(text, figure);
        Measure measure = soldiers ? Measure.TROOPS : figure.measure();
        return new FoundQuantity(
                figure.start(),
                figure.end(),
                measure.kind(),
                figure.value(),
                figure.valueTo().orElse(null),
                measure.unit(),
                Periods.of(text, figure.start(), figure.end(), measure).orElse(null),
                figure.valueTo().isPresent() ? Qualifier.RANGE : qualifier(figure, measure));
    }

    private Qualifier qualifier(Figure figure, Measure measure) {
        List<Word> before = Word.before(text, figure.start(), HEDGE_WORDS);
        if (measure.equals(Measure.TROOPS) && TroopFloors.isOne(text, figure, before)) {
            return Qualifier.EXACTLY;
        }
        return Suffixes.qualifier(text, figure.last().end())
                .or(() -> hedge(figure, before))
                .or(() -> Bounds.ofCap(text, figure, measure))
                .or(() -> Bounds.behindComma(text, figure.end()))
                .orElse(
                        figure.approximate() || isBesideEstimate(figure, measure)
                                ? Qualifier.ABOUT
                                : Qualifier.EXACTLY);
    }

    /** What stands beside the figure in either language; of an estimate of a bound ({@code up to $800 million or so}) the bound. */
    private Optional<Qualifier> hedge(Figure figure, List<Word> before) {
        Optional<Qualifier> after = EnglishHedges.after(text, figure.end());
        if (after.isPresent() && after.get() != Qualifier.ABOUT) {
            return after;
        }
        return KoreanHedges.around(text, figure.start(), figure.end())
                .or(() -> Bounds.isKind(before, text, figure) ? Optional.empty() : EnglishHedges.before(before))
                .or(() -> after);
    }

    /** {@code some 1,000 sappers and 5,000 builders}: one word of doubt for both. */
    private boolean isBesideEstimate(Figure figure, Measure measure) {
        FoundQuantity previous = found.isEmpty() ? null : found.get(found.size() - 1);
        if (previous == null || figure.start() - previous.end() > WIDEST_PAIR || figure.start() < previous.end()) {
            return false;
        }
        String between = text.substring(previous.end(), figure.start());
        return previous.qualifier() == Qualifier.ABOUT
                && previous.kind() == measure.kind()
                && between.endsWith(" and ")
                && between.chars().noneMatch(c -> ",.;:()".indexOf(c) >= 0);
    }
}
