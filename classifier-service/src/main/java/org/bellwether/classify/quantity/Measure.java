package org.bellwether.classify.quantity;

import org.bellwether.events.Quantity.Kind;

/** What a number counts. */
record Measure(Kind kind, String unit) {

    /** Nothing said; what stands beside the number may still say it. */
    static final Measure NONE = new Measure(Kind.COUNT, "");

    /** Something that is not counted as a figure: years, distances, weights, parts of names. */
    static final Measure OTHER = new Measure(Kind.COUNT, "other");

    static final Measure PERCENT = new Measure(Kind.PERCENT, "percent");
    static final Measure TROOPS = new Measure(Kind.TROOPS, "people");
    static final Measure PEOPLE = new Measure(Kind.COUNT, "people");
    static final Measure THINGS = new Measure(Kind.COUNT, "count");

    static Measure money(String currency) {
        return new Measure(Kind.MONEY, currency);
    }

    boolean isStated() {
        return !equals(NONE);
    }

    boolean isFigure() {
        return isStated() && !equals(OTHER);
    }

    /** Whether both ends of a range may be so measured; soldiers are people. */
    boolean goesWith(Measure other) {
        return equals(other) || (unit.equals("people") && other.unit.equals("people"));
    }
}
