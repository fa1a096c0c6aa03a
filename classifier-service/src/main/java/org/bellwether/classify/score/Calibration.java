package org.bellwether.classify.score;

/**
 * Turns a score into the probability that a person would give the label: a logistic curve. Its constants are chosen for
 * what the rules alone say; where the learned opinion is asked, the log-odds are fitted ({@link Fusion}), and the curve only
 * gives them the scores' scale.
 *
 * @param slope steepness per point of score
 * @param midpoint score of probability one half
 * @param uncertainBand how far below the threshold a probability still makes an uncertain tag
 */
public record Calibration(double slope, double midpoint, double uncertainBand) {

    /** One concept of weight 2 in the lead is even odds, one of weight 3 about 0.85. */
    public static final Calibration CHOSEN = new Calibration(1.7, 2.0, 0.15);

    /** The score that these log-odds are worth. */
    public double score(double logOdds) {
        return midpoint + logOdds / slope;
    }

    /** The log-odds that this score is worth. */
    public double logOdds(double score) {
        return slope * (score - midpoint);
    }

    /** From 0 to 1. */
    public double probability(double score) {
        return 1 / (1 + Math.exp(-logOdds(score)));
    }
}
