package org.bellwether.classify.evaluate;

/** So many of so many. */
public record Share(int part, int whole) {

    static final Share NONE = new Share(0, 0);

    Share plus(boolean counts) {
        return new Share(part + (counts ? 1 : 0), whole + 1);
    }

    Share plus(Share other) {
        return new Share(part + other.part, whole + other.whole);
    }

    /** From 0 to 1; 1 of nothing. */
    public double rate() {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
