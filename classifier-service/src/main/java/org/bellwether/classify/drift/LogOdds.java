package org.bellwether.classify.drift;

/**
 * How much oftener a term is in some texts than in others: the z-score of the log-odds ratio with an informative Dirichlet
 * prior (Monroe, Colaresi and Quinn 2008, "Fightin' Words", equations 16 to 22), on counts of texts. The prior is the
 * term's share of all texts; it keeps what is rare in both from looking telling. They leave the texts without the term
 * out of the variance, as words are rare among words; among texts they need not be.
 */
final class LogOdds {

    /** Two-sided at 0.05, as if there were one term only; there are many, so it is a floor and no proof. */
    static final double TELLING = 1.96;

    /** How many texts the prior weighs. */
    private static final double PRIOR_TEXTS = 10;

    private LogOdds() {}

    /**
     * Positive where the term is oftener in the first.
     *
     * @param some texts that have it, of {@code ofSome}
     * @param others texts that have it, of {@code ofOthers}
     */
    static double score(int some, int ofSome, int others, int ofOthers) {
        // Add-one, so that a term of all texts has odds too.
        double prior = PRIOR_TEXTS * (some + others + 1) / (ofSome + ofOthers + 2);
        double rest = PRIOR_TEXTS - prior;
        double with = some + prior;
        double without = ofSome - some + rest;
        double othersWith = others + prior;
        double othersWithout = ofOthers - others + rest;
        double ratio = Math.log(with / without) - Math.log(othersWith / othersWithout);
        return ratio / Math.sqrt(1 / with + 1 / without + 1 / othersWith + 1 / othersWithout);
    }
}
