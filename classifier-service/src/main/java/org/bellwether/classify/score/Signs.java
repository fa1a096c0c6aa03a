package org.bellwether.classify.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bellwether.classify.linear.FeatureKey;
import org.bellwether.classify.linear.FeatureVector;
import org.bellwether.classify.match.PatternSet;
import org.bellwether.classify.match.Span;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.ActorRule;
import org.bellwether.classify.taxonomy.Taxonomy.Concept;
import org.bellwether.classify.taxonomy.Taxonomy.Gate;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;

/** What each of the taxonomy's patterns is a sign of: concepts, gates and actors, by pattern number. */
final class Signs {

    private final Map<Integer, List<Long>> concepts = new HashMap<>();
    private final Map<Integer, List<Long>> gates = new HashMap<>();
    private final Map<Integer, List<Long>> actors = new HashMap<>();

    Signs(Taxonomy taxonomy) {
        for (IssueRule issue : taxonomy.issues()) {
            for (Concept concept : issue.concepts()) {
                put(concepts, concept.patterns(), issue.id() + "/" + concept.id());
            }
            for (Gate gate : issue.gates()) {
                put(gates, gate.patterns(), gate.id());
            }
        }
        for (ActorRule actor : taxonomy.actors()) {
            put(actors, actor.patterns(), actor.id());
        }
    }

    private static void put(Map<Integer, List<Long>> signs, PatternSet patterns, String of) {
        long key = FeatureKey.of(of);
        for (int pattern : patterns.numbers()) {
            List<Long> known = signs.computeIfAbsent(pattern, unseen -> new ArrayList<>());
            if (!known.contains(key)) {
                known.add(key);
            }
        }
    }

    /** Adds what the field shows of a kind within the passage. */
    void add(FeatureVector features, FeatureKind kind, Field field, int index, Passage passage) {
        Map<Integer, List<Long>> signs = switch (kind) {
            case CONCEPT, TITLE_CONCEPT -> concepts;
            case GATE, TITLE_GATE -> gates;
            default -> actors;
        };
        for (int pattern : field.hits().patterns()) {
            List<Long> shown = signs.get(pattern);
            if (shown != null) {
                first(field, pattern, passage).ifPresent(span -> {
                    int place = Place.of(index, span.first(), span.last());
                    shown.forEach(sign -> features.add(FeatureKey.of(kind.key(), sign), 1, place));
                });
            }
        }
    }

    private static Optional<Span> first(Field field, int pattern, Passage passage) {
        int from = passage.from(field);
        int to = passage.to(field);
        for (Span span : field.hits().spans(pattern)) {
            if (span.first() >= from && span.first() < to) {
                return Optional.of(span);
            }
        }
        return Optional.empty();
    }

    void addActors(Set<Long> found, Field field, Passage passage) {
        for (int pattern : field.hits().patterns()) {
            List<Long> shown = actors.get(pattern);
            if (shown != null && first(field, pattern, passage).isPresent()) {
                found.addAll(shown);
            }
        }
    }
}
