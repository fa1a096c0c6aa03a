package org.bellwether.classify.quantity;

import java.math.BigDecimal;
import java.util.Optional;
import org.bellwether.events.Quantity.Kind;

/** Makes one figure of two amounts where the words between say that it goes from one to the other. */
final class Ranges {

    private Ranges() {}

    /** The range that begins with the amount at this index. */
    static Optional<Figure> join(Amounts amounts, int index) {
        Amount first = amounts.at(index);
        if (!amounts.has(index + 1) || first.measure().equals(Measure.OTHER)) {
            return Optional.empty();
        }
        String text = amounts.text();
        int next = pastYear(amounts, index);
        Amount second = amounts.at(next);
        Link link = next > index + 1 ? Link.overYear(text, first, second) : Link.between(text, first, second);
        if (link == Link.NONE || (!second.measure().isStated() && !mayBeBare(first, second, link))) {
            return Optional.empty();
        }
        boolean targetIsRange = link == Link.FROM_TO || link == Link.TO || link == Link.HEDGED_TO;
        if (targetIsRange && beginsRange(amounts, next)) {
            return Optional.empty();
        }
        return fits(first, second, link) && haveOneUnit(text, first, second)
                ? joined(first, second, link)
                : Optional.empty();
    }

    /** {@code from 32 percent in 2003 to over 65 percent}: the year between is no end of the range. */
    private static int pastYear(Amounts amounts, int index) {
        boolean year = amounts.has(index + 2)
                && amounts.at(index).measure().isFigure()
                && amounts.at(index + 1).number().writing() == Numeral.Writing.YEAR
                && !amounts.at(index + 1).measure().isStated();
        return year ? index + 2 : index + 1;
    }

    /** A first number without measure takes the second's, a second without takes the first's. */
    private static boolean fits(Amount first, Amount second, Link link) {
        Measure one = first.measure();
        Measure other = second.measure();
        boolean year = first.number().writing() == Numeral.Writing.YEAR;
        if (!one.isStated()) {
            boolean bare = !other.isStated() && !year;
            return bare || (other.isStated() && !(year && link != Link.DASH && link != Link.TO));
        }
        return link != Link.OR
                && one.isFigure()
                && (one.goesWith(other)
                        || isBareKorean(first, second)
                        || (!other.isStated()
                                && second.start() == second.number().start()));
    }

    /** {@code fell 4 percentage points to 51 percent} is no range. */
    private static boolean haveOneUnit(String text, Amount first, Amount second) {
        boolean percent =
                first.measure().equals(Measure.PERCENT) && second.measure().equals(Measure.PERCENT);
        return !percent || first.unit(text).equals(second.unit(text));
    }

    /** {@code $5-10}, {@code from $5 billion to 10}; and two bare numbers that the sentence will explain. */
    private static boolean mayBeBare(Amount first, Amount second, Link link) {
        boolean symbol =
                first.measure().isFigure() && first.start() < first.number().start();
        return switch (link) {
            case DASH -> symbol || !first.measure().isStated();
            case FROM_TO, BETWEEN -> true;
            case TO, HEDGED_TO ->
                (symbol && second.number().isScaled()) || !first.measure().isStated();
            default -> false;
        };
    }

    /** {@code 150억~200억달러}: the first takes its currency from the second. */
    private static boolean isBareKorean(Amount first, Amount second) {
        return first.measure().kind() == Kind.MONEY
                && second.measure().kind() == Kind.MONEY
                && first.start() == first.number().start()
                && first.end() == first.number().end();
    }

    private static boolean beginsRange(Amounts amounts, int index) {
        Amount second = amounts.at(index);
        if (Link.isLedBy("between", amounts.text(), second)) {
            return true;
        }
        return amounts.has(index + 1)
                && Link.between(amounts.text(), second, amounts.at(index + 1)) == Link.DASH
                && amounts.at(index + 1)
                                .number()
                                .value()
                                .compareTo(second.number().value())
                        > 0;
    }

    private static Optional<Figure> joined(Amount first, Amount second, Link link) {
        BigDecimal from = shared(first, second);
        BigDecimal to = second.number().value();
        boolean upwards = from.compareTo(to) < 0;
        if (from.compareTo(to) == 0 || (!upwards && (link == Link.DASH || link == Link.BETWEEN || link == Link.OR))) {
            return Optional.empty();
        }
        Measure measure =
                first.measure().equals(Measure.TROOPS) || !second.measure().isStated()
                        ? first.measure()
                        : second.measure();
        return Optional.of(
                new Figure(first.start(), second.end(), second.number(), from, Optional.of(to), measure, false));
    }

    /** {@code 5-10 billion}, {@code 5~10억}: the scale is the first's too. */
    private static BigDecimal shared(Amount first, Amount second) {
        Numeral number = first.number();
        boolean shares = second.number().isScaled()
                && number.mayShareScale()
                && (!first.measure().isStated() || first.start() < number.start());
        return shares ? number.scaledBy(second.number().scale()).value() : number.value();
    }
}
