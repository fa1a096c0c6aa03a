package org.bellwether.classify.score;

/**
 * Turns a score into the probability that a person would give the label: a logistic curve, its slope and midpoint fitted
 * on the gold set.
 *
 * @param slope steepness per point of score
 * @param midpoint score of probability one half
 * @param uncertainBand how far below the threshold a probability still makes an uncertain tag
 */
public record Calibration(double slope, double midpoint, double uncertainBand) {

    /** As fitted on the gold set. */
    public static final Calibration FITTED = new Calibration(1.7, 2.0, 0.28);

    /** From 0 to 1. */
    public double probability(double score) {
        return 1 / (1 + Math.exp(-slope * (score - midpoint)));
    }
}
