package org.bellwether.classify.evaluate;

/**
 * Right and wrong labels.
 *
 * @param hits labels given that belong
 * @param wrong labels given that do not
 * @param missed labels not given that belong
 */
public record Counts(int hits, int wrong, int missed) {

    static final Counts NONE = new Counts(0, 0, 0);
    static final Counts HIT = new Counts(1, 0, 0);
    static final Counts WRONG = new Counts(0, 1, 0);
    static final Counts MISSED = new Counts(0, 0, 1);

    Counts plus(Counts other) {
        return new Counts(hits + other.hits, wrong + other.wrong, missed + other.missed);
    }

    /** Labels that belong. */
    public int positives() {
        return hits + missed;
    }

    /** Share of the labels given that belong; 1 where none were given. */
    public double precision() {
        return hits + wrong == 0 ? 1 : (double) hits / (hits + wrong);
    }

    /** Share of the labels that belong which were given; 1 where none belong. */
    public double recall() {
        return positives() == 0 ? 1 : (double) hits / positives();
    }

    /** Harmonic mean of the two. */
    public double f1() {
        return hits == 0 ? (wrong + missed == 0 ? 1 : 0) : 2.0 * hits / (2 * hits + wrong + missed);
    }
}
