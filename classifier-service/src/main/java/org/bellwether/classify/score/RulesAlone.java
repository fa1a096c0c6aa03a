package org.bellwether.classify.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;

/** What the rules say by themselves, be it nothing and whatever the thresholds: for what is to learn beside them. */
public final class RulesAlone {

    private final Taxonomy taxonomy;
    private final RuleScorer rules;
    private final Calibration calibration;

    public RulesAlone(Taxonomy taxonomy, Calibration calibration) {
        this.taxonomy = taxonomy;
        this.rules = new RuleScorer(taxonomy);
        this.calibration = calibration;
    }

    /** One for each of these issues, in the order given. */
    public List<ScoredTag> tags(AnalysedItem item, List<IssueRule> issues) {
        Map<String, RuleScore> found = rules.byIssue(item);
        return issues.stream()
                .map(rule -> found.getOrDefault(rule.id(), RuleScore.none(rule)))
                .map(score -> ScoredTag.of(item, score, score.worth(), score.evidence(), calibration))
                .toList();
    }

    /**
     * Pooled with a learned opinion, by issue, for all issues whose gates are open: what the curve of a fusion is fitted on.
     *
     * @param logOdds what the learned opinion says of each issue
     */
    public Map<String, Double> pooled(AnalysedItem item, Map<String, Double> logOdds) {
        Map<String, RuleScore> found = rules.byIssue(item);
        Map<String, Double> pooled = new LinkedHashMap<>();
        for (IssueRule rule : taxonomy.issues()) {
            Double said = logOdds.get(rule.id());
            if (said != null && RuleScorer.admits(rule, item)) {
                RuleScore ofRules = found.getOrDefault(rule.id(), RuleScore.none(rule));
                pooled.put(rule.id(), Fusion.pooled(said, ofRules, calibration));
            }
        }
        return pooled;
    }
}
