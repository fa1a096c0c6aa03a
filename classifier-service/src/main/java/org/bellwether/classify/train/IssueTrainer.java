package org.bellwether.classify.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bellwether.classify.evaluate.LabelledItem;
import org.bellwether.classify.linear.LinearModel;
import org.bellwether.classify.score.Fusion;
import org.bellwether.classify.score.LearnedOpinion;
import org.bellwether.classify.score.Portions;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;
import org.bellwether.classify.train.ModelTrainer.Trained;

/** Learns which issues an item is about, and how far that is to be believed beside the rules. */
final class IssueTrainer {

    /** Of 5, 20, 50 and 200, what did best on items left out; little changes between the last three. */
    private static final double COST = 50;

    private static final double CURVE_COST = 1000;

    private final Taxonomy taxonomy;
    private final ExampleReader reader;
    private final List<String> issues;

    IssueTrainer(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        this.reader = new ExampleReader(taxonomy);
        this.issues = taxonomy.issues().stream().map(IssueRule::id).toList();
    }

    /**
     * What can be learned from these items.
     *
     * @param unseen that no rule was written against: what the fusion is fitted on
     * @param seen by the writers of the rules, so that the rules do better on them than they would
     */
    Learned train(List<LabelledItem> unseen, List<LabelledItem> seen) {
        List<Example> examples = Stream.concat(unseen.stream(), seen.stream()).toList().parallelStream()
                .map(reader::issues)
                .toList();
        Trained trained = new ModelTrainer(issues, COST).train(examples);
        return new Learned(trained.model(), fusion(unseen, trained.leftOut()));
    }

    /** The model of the issues, and its fusion with the rules. */
    record Learned(LinearModel issues, Fusion fusion) {}

    private Fusion fusion(List<LabelledItem> unseen, List<Portions<double[]>> leftOut) {
        List<Double> pooled = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        for (int i = 0; i < unseen.size(); i++) {
            LabelledItem item = unseen.get(i);
            Map<String, Double> said = byIssue(LearnedOpinion.logOdds(leftOut.get(i)));
            reader.pooled(item, said).forEach((issue, given) -> {
                if (!item.unsure().contains(issue)) {
                    pooled.add(given);
                    labels.add(item.issues().contains(issue) ? 1.0 : 0.0);
                }
            });
        }
        double[] curve = Logistic.fit(pooled, labels, CURVE_COST);
        return Fusion.of(curve[0], curve[1], taxonomy.issues());
    }

    private Map<String, Double> byIssue(double[] logOdds) {
        Map<String, Double> byIssue = new HashMap<>();
        for (int output = 0; output < logOdds.length; output++) {
            byIssue.put(issues.get(output), logOdds[output]);
        }
        return byIssue;
    }
}
