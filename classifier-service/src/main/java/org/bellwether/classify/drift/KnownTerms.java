package org.bellwether.classify.drift;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bellwether.classify.match.Hits;
import org.bellwether.classify.match.PatternSet;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.Concept;
import org.bellwether.classify.taxonomy.Taxonomy.Gate;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;

/** What an issue's rules know already: what a pattern of theirs matches by itself, and the words that patterns are made of. */
final class KnownTerms {

    /** What stands between the words of a pattern. */
    private static final Pattern SYNTAX = Pattern.compile("[{}|@*]|\\bNOT\\b|\\b(NEAR|BEFORE)/\\d+");

    private final Taxonomy taxonomy;
    private final Set<Integer> patterns;
    private final Set<String> words = new HashSet<>();

    KnownTerms(Taxonomy taxonomy, IssueRule rule) {
        this.taxonomy = taxonomy;
        Stream<Integer> ofConcepts = rule.concepts().stream()
                .map(Concept::patterns)
                .map(PatternSet::numbers)
                .flatMap(List::stream);
        Stream<Integer> ofGates = Stream.concat(
                        rule.gates().stream(),
                        rule.concepts().stream().map(Concept::with).flatMap(List::stream))
                .map(Gate::patterns)
                .map(PatternSet::numbers)
                .flatMap(List::stream);
        this.patterns = Stream.concat(ofConcepts, ofGates).collect(Collectors.toSet());
        for (Concept concept : rule.concepts()) {
            for (String source : concept.sources()) {
                SYNTAX.splitAsStream(source).map(this::terms).forEach(found -> words.addAll(found.keySet()));
            }
        }
    }

    /**
     * Whether it would be nothing new.
     *
     * @param term as {@link Terms} has it
     * @param surface as it is written
     */
    boolean has(String term, String surface) {
        if (words.contains(term)) {
            return true;
        }
        Hits hits = taxonomy.matcher().match(taxonomy.analyser().analyse(surface));
        return hits.patterns().stream().anyMatch(patterns::contains);
    }

    private Map<String, String> terms(String piece) {
        return Terms.of(taxonomy.analyser(), piece, "");
    }
}
