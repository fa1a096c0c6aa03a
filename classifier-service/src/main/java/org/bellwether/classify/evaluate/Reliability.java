package org.bellwether.classify.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * How far probabilities can be taken at their word: of the tags given a probability in each tenth, the share that belongs
 * (the reliability diagram of DeGroot and Fienberg 1983).
 */
public final class Reliability {

    private static final int BINS = 10;

    private final List<Share> shares = new ArrayList<>();
    private final double[] sums = new double[BINS];

    Reliability() {
        for (int bin = 0; bin < BINS; bin++) {
            shares.add(Share.NONE);
        }
    }

    void add(double probability, boolean belongs) {
        int bin = Math.min(BINS - 1, (int) (probability * BINS));
        shares.set(bin, shares.get(bin).plus(belongs));
        sums[bin] += probability;
    }

    /**
     * Tags of one tenth.
     *
     * @param stated mean probability
     * @param right those that belong, of all
     */
    public record Bin(double stated, Share right) {}

    /** The tenths in which there are tags, lowest first. */
    public List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            int whole = shares.get(bin).whole();
            if (whole > 0) {
                bins.add(new Bin(sums[bin] / whole, shares.get(bin)));
            }
        }
        return bins;
    }

    /** Expected calibration error (Naeini et al. 2015): mean distance of the share from the stated, weighted by tags. */
    public double error() {
        int all = bins().stream().mapToInt(bin -> bin.right().whole()).sum();
        return bins().stream()
                .mapToDouble(bin -> bin.right().whole()
                        * Math.abs(bin.stated() - bin.right().rate())
                        / Math.max(1, all))
                .sum();
    }
}
