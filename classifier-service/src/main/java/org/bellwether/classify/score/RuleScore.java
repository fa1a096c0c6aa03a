package org.bellwether.classify.score;

import java.util.List;
import org.bellwether.classify.match.Span;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;
import org.bellwether.events.Evidence;

/**
 * What the rules say of one issue whose gates are open and which nothing vetoes.
 *
 * @param carried whether a concept was found that stands for itself; without one there is no tag, whatever the score
 * @param score sum of the contributions; 2 is even odds
 * @param evidence in reading order
 * @param spans the terms each evidence covers, same order
 */
record RuleScore(IssueRule rule, boolean carried, double score, List<Evidence> evidence, List<Span> spans) {

    /** The score, where it may make a tag; 0 otherwise. */
    double worth() {
        return carried ? score : 0;
    }

    /** Nothing was found for the issue. */
    static RuleScore none(IssueRule rule) {
        return new RuleScore(rule, false, 0, List.of(), List.of());
    }
}
