package org.bellwether.classify.score;

/**
 * Turns a score into the probability that a person would give the label: a logistic curve. Its constants are chosen, not
 * fitted: the gold set is still too small, and too clean, to fit two numbers on.
 *
 * @param slope steepness per point of score
 * @param midpoint score of probability one half
 * @param uncertainBand how far below the threshold a probability still makes an uncertain tag
 */
public record Calibration(double slope, double midpoint, double uncertainBand) {

    /** One concept of weight 2 in the lead is even odds, one of weight 3 about 0.85. */
    public static final Calibration CHOSEN = new Calibration(1.7, 2.0, 0.28);

    /** From 0 to 1. */
    public double probability(double score) {
        return 1 / (1 + Math.exp(-slope * (score - midpoint)));
    }
}
