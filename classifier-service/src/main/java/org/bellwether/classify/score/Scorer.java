package org.bellwether.classify.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bellwether.classify.match.PatternSet;
import org.bellwether.classify.match.Span;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.classify.score.LearnedOpinion.Heard;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;
import org.bellwether.events.Evidence;

/**
 * Makes tags of what the rules say and, where it is asked, of the learned opinion, each believed as far as it has earned.
 * Gates and vetoes of the taxonomy hold for both.
 */
public final class Scorer {

    private final Taxonomy taxonomy;
    private final RuleScorer rules;
    private final Calibration calibration;
    private final Optional<LearnedOpinion> learned;
    private final FeatureReader features;

    /** Patterns of each issue that the fusion does not know; of most, none. */
    private final Map<String, PatternSet> newPatterns = new HashMap<>();

    public Scorer(Taxonomy taxonomy, Calibration calibration, Optional<LearnedOpinion> learned) {
        this.taxonomy = taxonomy;
        this.rules = new RuleScorer(taxonomy);
        this.calibration = calibration;
        this.learned = learned;
        this.features = new FeatureReader(taxonomy);
        learned.ifPresent(opinion -> {
            for (IssueRule issue : taxonomy.issues()) {
                newPatterns.put(
                        issue.id(), PatternSet.of(List.copyOf(opinion.fusion().unknown(issue))));
            }
        });
    }

    /** Tags above or near their threshold, strongest first. */
    public List<ScoredTag> score(AnalysedItem item) {
        List<RuleScore> found = rules.score(item);
        return learned.map(model -> both(model, item, found))
                .orElseGet(() -> found.stream().flatMap(score -> tag(item, score, score.worth(), List.of()).stream()))
                .sorted(Comparator.comparingDouble(ScoredTag::probability).reversed())
                .toList();
    }

    private Stream<ScoredTag> both(LearnedOpinion model, AnalysedItem item, List<RuleScore> found) {
        Map<String, RuleScore> byIssue = RuleScorer.byIssue(found);
        List<Heard> heard = model.hear(features.read(item));
        List<ScoredTag> tags = new ArrayList<>();
        for (IssueRule rule : taxonomy.issues()) {
            RuleScore ofRules = byIssue.getOrDefault(rule.id(), RuleScore.none(rule));
            int output = model.issues().indexOf(rule.id());
            double score = output < 0
                    ? ofRules.worth()
                    : fused(model, heard.get(output).logOdds(), ofRules, item);
            if (isNear(item, rule, score) && RuleScorer.admits(rule, item)) {
                List<Evidence> beyond = output < 0
                        ? List.of()
                        : model.evidence(item, heard.get(output).passage(), output, calibration);
                tag(item, ofRules, score, beyond).ifPresent(tags::add);
            }
        }
        return tags.stream();
    }

    /** What both say together, as a score; at least the rules' own where they go by a pattern that nobody has tried yet. */
    private double fused(LearnedOpinion model, double logOdds, RuleScore ofRules, AnalysedItem item) {
        double both = calibration.score(model.fusion().logOdds(Fusion.pooled(logOdds, ofRules, calibration)));
        return goesByNew(ofRules, item) ? Math.max(both, ofRules.worth()) : both;
    }

    /** Whether a new pattern is among what the rules go by: found, and not taken back. */
    private boolean goesByNew(RuleScore ofRules, AnalysedItem item) {
        PatternSet patterns = newPatterns.getOrDefault(ofRules.rule().id(), PatternSet.NONE);
        for (Field field : item.fields()) {
            List<Span> spans = field.spans(patterns);
            for (int i = 0; i < ofRules.spans().size(); i++) {
                if (ofRules.evidence().get(i).field() == field.name()
                        && spans.contains(ofRules.spans().get(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isNear(AnalysedItem item, IssueRule rule, double score) {
        return calibration.probability(score) >= rule.threshold(item.language()) - calibration.uncertainBand();
    }

    /** Nothing where it is not near, or where there is nothing to show for it. */
    private Optional<ScoredTag> tag(AnalysedItem item, RuleScore found, double score, List<Evidence> beyond) {
        if (!isNear(item, found.rule(), score)) {
            return Optional.empty();
        }
        List<Evidence> evidence = new ArrayList<>(found.evidence());
        evidence.addAll(beyond);
        if (evidence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ScoredTag.of(item, found, score, evidence, calibration));
    }

    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
