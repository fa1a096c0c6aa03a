package org.bellwether.classify.score;

import java.util.List;
import org.bellwether.classify.match.Span;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;
import org.bellwether.events.Evidence;

/**
 * An issue found, before its act is known.
 *
 * @param rule of the issue
 * @param evidence in reading order
 * @param spans the terms each evidence covers, same order
 */
public record ScoredTag(
        IssueRule rule,
        double score,
        double probability,
        boolean uncertain,
        List<Evidence> evidence,
        List<Span> spans) {

    /** Of what the rules found and a score, which need not be theirs. */
    static ScoredTag of(
            AnalysedItem item, RuleScore found, double score, List<Evidence> evidence, Calibration calibration) {
        double probability = calibration.probability(score);
        return new ScoredTag(
                found.rule(),
                Scorer.rounded(score),
                Scorer.rounded(probability),
                probability < found.rule().threshold(item.language()),
                evidence,
                found.spans());
    }
}
