package org.bellwether.classify.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bellwether.classify.linear.FeatureVector;
import org.bellwether.classify.match.Span;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;
import org.bellwether.events.Evidence;

/**
 * Makes tags of what the rules say and, where it is asked, of the learned opinion, for which the rules' scores are among
 * the things it goes by. What an issue's own veto takes back stays taken back.
 */
public final class Scorer {

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
        List<ScoredTag> tags = new ArrayList<>();
        for (RuleScore score : found) {
            if (score.carried()
                    && learned.filter(model -> model.knows(score.rule().id())).isEmpty()) {
                tag(item, score, score.score(), score.evidence(), score.spans()).ifPresent(tags::add);
            }
        }
        learned.ifPresent(model -> addLearned(tags, model, item, found));
        tags.sort(Comparator.comparingDouble(ScoredTag::probability).reversed());
        return tags;
    }

    /** The features of an item, as a model is to learn from them. */
    public FeatureVector features(AnalysedItem item) {
        return features.read(item, rules.score(item));
    }

    private void addLearned(List<ScoredTag> tags, LearnedOpinion model, AnalysedItem item, List<RuleScore> found) {
        Map<String, RuleScore> byIssue =
                found.stream().collect(Collectors.toMap(score -> score.rule().id(), Function.identity()));
        FeatureVector vector = features.read(item, found);
        double[] logOdds = model.logOdds(vector);
        for (int output = 0; output < logOdds.length; output++) {
            String issue = model.issues().get(output);
            Optional<IssueRule> rule = taxonomy.issue(issue);
            double score = calibration.score(logOdds[output]);
            if (rule.isPresent() && isNear(item, rule.get(), score) && !rules.isVetoed(item, rule.get())) {
                RuleScore ofRules = byIssue.getOrDefault(issue, RuleScore.none(rule.get()));
                List<Evidence> evidence = new ArrayList<>(ofRules.evidence());
                evidence.addAll(model.evidence(item, vector, output, calibration));
                tag(item, ofRules, score, evidence, ofRules.spans()).ifPresent(tags::add);
            }
        }
    }

    private boolean isNear(AnalysedItem item, IssueRule rule, double score) {
        return calibration.probability(score) >= rule.threshold(item.language()) - calibration.uncertainBand();
    }

    private Optional<ScoredTag> tag(
            AnalysedItem item, RuleScore found, double score, List<Evidence> evidence, List<Span> spans) {
        if (!isNear(item, found.rule(), score)) {
            return Optional.empty();
        }
        double probability = calibration.probability(score);
        return Optional.of(new ScoredTag(
                found.rule(),
                rounded(score),
                rounded(probability),
                probability < found.rule().threshold(item.language()),
                evidence,
                spans));
    }

    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
