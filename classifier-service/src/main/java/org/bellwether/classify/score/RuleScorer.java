package org.bellwether.classify.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bellwether.classify.match.Span;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.Concept;
import org.bellwether.classify.taxonomy.Taxonomy.Gate;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;
import org.bellwether.classify.taxonomy.Taxonomy.Veto;
import org.bellwether.events.Evidence;
import org.bellwether.events.TextField;

/**
 * Weighs what matched. A concept counts most in the title, fully in the lead, less further down where background
 * paragraphs stand, and less each time it is said again.
 */
final class RuleScorer {

    private static final int LEAD_TERMS = 70;
    private static final double BODY_WEIGHT = 0.68;
    private static final double REPEAT_DECAY = 0.35;
    private static final int MOST_REPEATS = 5;

    private final Taxonomy taxonomy;
    private final Map<Integer, Set<Integer>> issuesByPattern = new HashMap<>();

    RuleScorer(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        for (int issue = 0; issue < taxonomy.issues().size(); issue++) {
            for (Concept concept : taxonomy.issues().get(issue).concepts()) {
                for (int pattern : concept.patterns().numbers()) {
                    issuesByPattern
                            .computeIfAbsent(pattern, unseen -> new TreeSet<>())
                            .add(issue);
                }
            }
        }
    }

    /** One score for every issue that any of its concepts was found for, in the taxonomy's order. */
    List<RuleScore> score(AnalysedItem item) {
        Set<Integer> candidates = new TreeSet<>();
        for (Field field : item.fields()) {
            for (int pattern : field.hits().patterns()) {
                candidates.addAll(issuesByPattern.getOrDefault(pattern, Set.of()));
            }
        }
        return candidates.stream()
                .map(issue -> taxonomy.issues().get(issue))
                .filter(rule -> admits(rule, item))
                .flatMap(rule -> score(rule, item).stream())
                .toList();
    }

    /** The same by issue. */
    Map<String, RuleScore> byIssue(AnalysedItem item) {
        return byIssue(score(item));
    }

    static Map<String, RuleScore> byIssue(List<RuleScore> found) {
        return found.stream().collect(Collectors.toMap(score -> score.rule().id(), Function.identity()));
    }

    /** Whether all gates of the issue are open and nothing anywhere in the item takes it back. */
    static boolean admits(IssueRule rule, AnalysedItem item) {
        return rule.gates().stream().allMatch(gate -> isOpen(gate, item))
                && rule.vetoes().stream().noneMatch(veto -> veto.within().isEmpty() && item.has(veto.patterns()));
    }

    private static boolean isOpen(Gate gate, AnalysedItem item) {
        return gate.languages().contains(item.language())
                || item.country().filter(gate.countries()::contains).isPresent()
                || item.has(gate.patterns());
    }

    private static Optional<RuleScore> score(IssueRule rule, AnalysedItem item) {
        List<Weighed> weighed = new ArrayList<>();
        boolean carried = false;
        for (Concept concept : rule.concepts()) {
            List<Weighed> found = weigh(rule, concept, item);
            carried |= !found.isEmpty() && !concept.supports();
            weighed.addAll(found);
        }
        if (weighed.isEmpty()) {
            return Optional.empty();
        }
        weighed.sort(Comparator.comparing((Weighed w) -> w.evidence().field())
                .thenComparing(w -> w.span())
                .thenComparing(w -> w.evidence().concept()));
        double score =
                weighed.stream().mapToDouble(w -> w.evidence().contribution()).sum();
        return Optional.of(new RuleScore(
                rule,
                carried,
                score,
                weighed.stream().map(Weighed::evidence).toList(),
                weighed.stream().map(Weighed::span).toList()));
    }

    private record Weighed(Evidence evidence, Span span) {}

    private static List<Weighed> weigh(IssueRule rule, Concept concept, AnalysedItem item) {
        List<Weighed> weighed = new ArrayList<>();
        if (!concept.with().stream().allMatch(gate -> isOpen(gate, item))) {
            return weighed;
        }
        for (Field field : item.fields()) {
            for (Span span : distinct(field.spans(concept.patterns()))) {
                if (weighed.size() == MOST_REPEATS) {
                    return weighed;
                }
                if (!isVetoed(span, rule, field)) {
                    double place = place(rule, field, span);
                    double contribution = concept.weight() * place * Math.pow(REPEAT_DECAY, weighed.size());
                    weighed.add(new Weighed(evidence(field, span, concept, contribution), span));
                }
            }
        }
        return weighed;
    }

    private static double place(IssueRule rule, Field field, Span span) {
        if (field.name() == TextField.TITLE) {
            return rule.titleWeight();
        }
        return span.first() < LEAD_TERMS ? 1 : BODY_WEIGHT;
    }

    private static Evidence evidence(Field field, Span span, Concept concept, double contribution) {
        return new Evidence(
                field.name(),
                field.text().start(span.first()),
                field.text().end(span.last()),
                field.text().slice(span.first(), span.last()),
                concept.id(),
                Scorer.rounded(contribution));
    }

    /** Of spans that overlap, the longest: the same words are said once, however many patterns see them. */
    private static List<Span> distinct(List<Span> spans) {
        if (spans.size() < 2) {
            return spans;
        }
        List<Span> longestFirst = new ArrayList<>(spans);
        longestFirst.sort(Comparator.comparingInt((Span span) -> span.first() - span.last())
                .thenComparing(Comparator.naturalOrder()));
        TreeSet<Span> kept = new TreeSet<>();
        for (Span span : longestFirst) {
            Span before = kept.floor(new Span(span.last(), Integer.MAX_VALUE));
            if (before == null || !before.overlaps(span)) {
                kept.add(span);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean isVetoed(Span span, IssueRule rule, Field field) {
        for (Veto veto : rule.vetoes()) {
            if (veto.within().isPresent()) {
                int distance = veto.within().get();
                for (Span unwanted : field.spans(veto.patterns())) {
                    if (span.distance(unwanted) <= distance) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
