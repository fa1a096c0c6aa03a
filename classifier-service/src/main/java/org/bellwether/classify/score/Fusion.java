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
 * How far the learned opinion and the rules are each to be believed where both have spoken: the weighted sum of their
 * log-odds (a logarithmic pool, Genest and Zidek 1986), brought to log-odds that can be taken at their word by a logistic curve
 * fitted on items that no rule was written against, with what a model that had not seen them said of each. It knows the patterns that the rules had then; of one that was written since,
 * nobody has seen how often it is right, so the rule is taken at its word.
 */
public final class Fusion {

    private static final int FORM = 1;

    /**
     * The two weights are chosen, not fitted: a fit believes the rules half as much, and then misses on the real items of the
     * development set, whose kinds of source the labelled items have few of. On items left out both do as well.
     */
    private static final double TRUST_IN_LEARNED = 0.7;

    private static final double TRUST_IN_RULES = 0.3;

    /** What the rules' silence is worth, and the most that they can say. */
    private static final double SILENT = -2;

    private static final double SUREST = 5;

    private final double slope;
    private final double offset;
    private final Set<Long> known;

    private Fusion(double slope, double offset, Set<Long> known) {
        this.slope = slope;
        this.offset = offset;
        this.known = Set.copyOf(known);
    }

    /** A fusion whose curve was fitted with the rules of these issues. */
    public static Fusion of(double slope, double offset, List<IssueRule> issues) {
        Set<Long> known = new HashSet<>();
        for (IssueRule issue : issues) {
            issue.concepts().forEach(concept -> concept.sources().forEach(source -> known.add(key(issue, source))));
        }
        return new Fusion(slope, offset, known);
    }

    /**
     * The pooled opinion, before the curve.
     *
     * @param learned log-odds
     */
    static double pooled(double learned, RuleScore rules, Calibration calibration) {
        double said = rules.carried() ? Math.max(SILENT, Math.min(SUREST, calibration.logOdds(rules.score()))) : SILENT;
        return TRUST_IN_LEARNED * learned + TRUST_IN_RULES * said;
    }

    /** Log-odds that the issue is the item's. */
    double logOdds(double pooled) {
        return slope * pooled + offset;
    }

    /** The patterns of the rule that it does not know, by number. */
    Set<Integer> unknown(IssueRule issue) {
        Set<Integer> unknown = new HashSet<>();
        for (Concept concept : issue.concepts()) {
            for (int i = 0; i < concept.sources().size(); i++) {
                if (!concept.supports()
                        && !known.contains(key(issue, concept.sources().get(i)))) {
                    unknown.add(concept.patterns().numbers().get(i));
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
        data.writeInt(FORM);
        data.writeDouble(slope);
        data.writeDouble(offset);
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
        int form = data.readInt();
        if (form != FORM) {
            throw new IOException("a fusion of form " + form + " where form " + FORM + " is read");
        }
        double slope = data.readDouble();
        double offset = data.readDouble();
        int patterns = data.readInt();
        if (!Double.isFinite(slope) || !Double.isFinite(offset) || patterns < 0) {
            throw new IOException(
                    "a fusion of slope " + slope + ", offset " + offset + " and " + patterns + " patterns");
        }
        Set<Long> known = new HashSet<>();
        for (int i = 0; i < patterns; i++) {
            known.add(data.readLong());
        }
        return new Fusion(slope, offset, known);
    }
}
