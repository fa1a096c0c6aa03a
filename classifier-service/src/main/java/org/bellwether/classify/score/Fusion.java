package org.bellwether.classify.score;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bellwether.classify.linear.FeatureKey;
import org.bellwether.classify.taxonomy.Taxonomy.Concept;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;

/**
 * How far the learned opinion and the rules are each to be believed where both have spoken: a logistic regression over the two
 * (stacking, Wolpert 1992), fitted on items that neither was made from. It knows the patterns that the rules had then; of one
 * that was written since, nobody has seen how often it is right, so the rule is taken at its word.
 */
public final class Fusion {

    /** What {@link #signs} holds. */
    public static final int SIGNS = 5;

    private static final double SUREST_LEARNED = 8;
    private static final double LOWEST_SCORE = -3;
    private static final double HIGHEST_SCORE = 7;

    private final double[] weights;
    private final Set<Long> known;

    /**
     * A fusion of these weights.
     *
     * @param weights of the signs, then the constant
     * @param known keys of the patterns that the rules had
     */
    private Fusion(double[] weights, Set<Long> known) {
        if (weights.length != SIGNS + 1) {
            throw new IllegalArgumentException(weights.length + " weights where " + (SIGNS + 1) + " are needed");
        }
        this.weights = weights.clone();
        this.known = Set.copyOf(known);
    }

    /** A fusion fitted with the rules of these issues. */
    public static Fusion of(double[] weights, List<IssueRule> issues) {
        Set<Long> known = new HashSet<>();
        for (IssueRule issue : issues) {
            issue.concepts().forEach(concept -> concept.sources().forEach(source -> known.add(key(issue, source))));
        }
        return new Fusion(weights, known);
    }

    /**
     * What is weighed.
     *
     * @param learned log-odds
     */
    static double[] signs(double learned, RuleScore rules, Calibration calibration) {
        double opinion = Math.max(-SUREST_LEARNED, Math.min(SUREST_LEARNED, learned));
        double score = Math.max(LOWEST_SCORE, Math.min(HIGHEST_SCORE, rules.score()));
        double carried = rules.carried() ? 1 : 0;
        double sure = carried * Math.max(0, score - calibration.midpoint());
        double surer = Math.max(opinion, calibration.logOdds(Math.max(0, carried * score)));
        return new double[] {opinion, score, carried, sure, surer};
    }

    /** Log-odds that the issue is the item's. */
    double logOdds(double[] signs) {
        double sum = weights[SIGNS];
        for (int sign = 0; sign < SIGNS; sign++) {
            sum += weights[sign] * signs[sign];
        }
        return sum;
    }

    /** The patterns of the rule that it does not know, by number. */
    Set<Integer> unknown(IssueRule issue) {
        Set<Integer> unknown = new HashSet<>();
        for (Concept concept : issue.concepts()) {
            for (int i = 0; i < concept.patterns().size(); i++) {
                if (!concept.supports()
                        && !known.contains(key(issue, concept.sources().get(i)))) {
                    unknown.add(concept.patterns().get(i));
                }
            }
        }
        return unknown;
    }

    private static long key(IssueRule issue, String source) {
        return FeatureKey.of(FeatureKey.of(issue.id()), FeatureKey.of(source));
    }

    /** Writes it so that {@link #read} finds it the same. */
    public void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        for (double weight : weights) {
            data.writeDouble(weight);
        }
        data.writeInt(known.size());
        for (long key : known.stream().sorted().toList()) {
            data.writeLong(key);
        }
        data.flush();
    }

    /**
     * A fusion as {@link #write} left it.
     *
     * @throws IOException where the bytes are none
     */
    public static Fusion read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        double[] weights = new double[SIGNS + 1];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = data.readDouble();
        }
        int patterns = data.readInt();
        Set<Long> known = new HashSet<>();
        for (int i = 0; i < patterns; i++) {
            known.add(data.readLong());
        }
        return new Fusion(weights, known);
    }
}
