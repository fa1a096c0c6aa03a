package org.bellwether.classify.score;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bellwether.classify.taxonomy.Taxonomy;

/** Makes tags of what the rules say and, where there is one, of what the learned opinion adds to it. */
public final class Scorer {

    private final RuleScorer rules;
    private final Calibration calibration;

    public Scorer(Taxonomy taxonomy, Calibration calibration) {
        this.rules = new RuleScorer(taxonomy);
        this.calibration = calibration;
    }

    /** Tags above or near their threshold, strongest first. */
    public List<ScoredTag> score(AnalysedItem item) {
        return rules.score(item).stream()
                .filter(RuleScore::carried)
                .flatMap(score -> tag(item, score).stream())
                .sorted(Comparator.comparingDouble(ScoredTag::probability).reversed())
                .toList();
    }

    private Optional<ScoredTag> tag(AnalysedItem item, RuleScore found) {
        double probability = calibration.probability(found.score());
        double threshold = found.rule().threshold(item.language());
        return probability < threshold - calibration.uncertainBand()
                ? Optional.empty()
                : Optional.of(new ScoredTag(
                        found.rule(),
                        rounded(found.score()),
                        rounded(probability),
                        probability < threshold,
                        found.evidence(),
                        found.spans()));
    }

    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
