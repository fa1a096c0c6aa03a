package org.bellwether.classify.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.classify.linear.FeatureVector;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;
import org.bellwether.events.Evidence;

/**
 * Makes tags of what the rules say and, where it is asked, of the learned opinion: whichever is surer of an issue. Gates and
 * vetoes of the taxonomy hold for both.
 */
public final class Scorer {

    /** Chosen by cross-validation: less brings more true tags and, among traps, many more false ones. */
    private static final double ALONE = 1;

    private static final double BESIDE_RULES = 0.5;

    private final Taxonomy taxonomy;
    private final RuleScorer rules;
    private final Calibration calibration;
    private final Optional<LearnedOpinion> learned;
    private final FeatureReader features;

    public Scorer(Taxonomy taxonomy, Calibration calibration, Optional<LearnedOpinion> learned) {
        this.taxonomy = taxonomy;
        this.rules = new RuleScorer(taxonomy);
        this.calibration = calibration;
        this.learned = learned;
        this.features = new FeatureReader(taxonomy);
    }

    /** Tags above or near their threshold, strongest first. */
    public List<ScoredTag> score(AnalysedItem item) {
        List<RuleScore> found = rules.score(item);
        return learned.map(model -> both(model, item, found))
                .orElseGet(() -> found.stream().flatMap(score -> tag(item, score, score.worth(), List.of()).stream()))
                .sorted(Comparator.comparingDouble(ScoredTag::probability).reversed())
                .toList();
    }

    /** The features of an item, as a model is to learn from them. */
    public FeatureVector features(AnalysedItem item) {
        return features.read(item);
    }

    /** What the rules alone say of each of these issues, be it nothing, and whatever its threshold; in the order given. */
    public List<ScoredTag> byRules(AnalysedItem item, List<IssueRule> issues) {
        List<RuleScore> found = rules.score(item);
        return issues.stream()
                .map(rule -> found.stream()
                        .filter(score -> score.rule().equals(rule))
                        .findFirst()
                        .orElseGet(() -> RuleScore.none(rule)))
                .map(score -> scored(item, score, score.worth(), score.evidence()))
                .toList();
    }

    private Stream<ScoredTag> both(LearnedOpinion model, AnalysedItem item, List<RuleScore> found) {
        Map<String, RuleScore> byIssue =
                found.stream().collect(Collectors.toMap(score -> score.rule().id(), Function.identity()));
        FeatureVector vector = features.read(item);
        double[] logOdds = model.logOdds(vector);
        List<ScoredTag> tags = new ArrayList<>();
        for (IssueRule rule : taxonomy.issues()) {
            RuleScore ofRules = byIssue.getOrDefault(rule.id(), RuleScore.none(rule));
            int output = model.issues().indexOf(rule.id());
            double alone = output < 0 ? 0 : calibration.score(logOdds[output] - doubt(ofRules));
            double score = Math.max(ofRules.worth(), alone);
            if (isNear(item, rule, score) && RuleScorer.admits(rule, item)) {
                List<Evidence> beyond = output < 0 ? List.of() : model.evidence(item, vector, output, calibration);
                tag(item, ofRules, score, beyond).ifPresent(tags::add);
            }
        }
        return tags.stream();
    }

    /** Log-odds that the learned opinion must bring beyond even: more where no rule saw anything at all. */
    private static double doubt(RuleScore ofRules) {
        return ofRules.carried() ? BESIDE_RULES : ALONE;
    }

    private boolean isNear(AnalysedItem item, IssueRule rule, double score) {
        return calibration.probability(score) >= rule.threshold(item.language()) - calibration.uncertainBand();
    }

    private Optional<ScoredTag> tag(AnalysedItem item, RuleScore found, double score, List<Evidence> beyond) {
        if (!isNear(item, found.rule(), score)) {
            return Optional.empty();
        }
        List<Evidence> evidence = new ArrayList<>(found.evidence());
        evidence.addAll(beyond);
        return Optional.of(scored(item, found, score, evidence));
    }

    private ScoredTag scored(AnalysedItem item, RuleScore found, double score, List<Evidence> evidence) {
        double probability = calibration.probability(score);
        return new ScoredTag(
                found.rule(),
                rounded(score),
                rounded(probability),
                probability < found.rule().threshold(item.language()),
                evidence,
                found.spans());
    }

    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
