package org.bellwether.classify.score;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.bellwether.classify.linear.FeatureKey;
import org.bellwether.classify.linear.FeatureVector;
import org.bellwether.classify.match.PatternSet;
import org.bellwether.classify.match.Spans;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.ActorRule;
import org.bellwether.classify.taxonomy.Taxonomy.Concept;
import org.bellwether.classify.taxonomy.Taxonomy.Gate;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;

/** What each of the taxonomy's patterns is a sign of: concepts, gates and actors, by pattern number. */
final class Signs {

    private static final long[] NOTHING = {};
    private static final int NOWHERE = -1;

    /** By pattern number. */
    private final long[][] concepts;

    private final long[][] gates;
    private final long[][] actors;

    Signs(Taxonomy taxonomy) {
        Map<Integer, Set<Long>> ofConcepts = new HashMap<>();
        Map<Integer, Set<Long>> ofGates = new HashMap<>();
        Map<Integer, Set<Long>> ofActors = new HashMap<>();
        for (IssueRule issue : taxonomy.issues()) {
            for (Concept concept : issue.concepts()) {
                put(ofConcepts, concept.patterns(), issue.id() + "/" + concept.id());
            }
            for (Gate gate : issue.gates()) {
                put(ofGates, gate.patterns(), gate.id());
            }
        }
        for (ActorRule actor : taxonomy.actors()) {
            put(ofActors, actor.patterns(), actor.id());
        }
        this.concepts = byNumber(ofConcepts);
        this.gates = byNumber(ofGates);
        this.actors = byNumber(ofActors);
    }

    private static void put(Map<Integer, Set<Long>> signs, PatternSet patterns, String of) {
        long key = FeatureKey.of(of);
        for (int pattern : patterns.numbers()) {
            signs.computeIfAbsent(pattern, unseen -> new LinkedHashSet<>()).add(key);
        }
    }

    private static long[][] byNumber(Map<Integer, Set<Long>> signs) {
        int numbers =
                signs.keySet().stream().mapToInt(pattern -> pattern + 1).max().orElse(0);
        long[][] byNumber = new long[numbers][];
        Arrays.fill(byNumber, NOTHING);
        signs.forEach((pattern, keys) ->
                byNumber[pattern] = keys.stream().mapToLong(Long::longValue).toArray());
        return byNumber;
    }

    private static long[] of(long[][] signs, int pattern) {
        return pattern < signs.length ? signs[pattern] : NOTHING;
    }

    /** Adds what the field shows of a kind within the passage. */
    void add(FeatureVector features, FeatureKind kind, Field field, int index, Passage passage) {
        long[][] signs = switch (kind) {
            case CONCEPT, TITLE_CONCEPT -> concepts;
            case GATE, TITLE_GATE -> gates;
            default -> actors;
        };
        for (int i = 0; i < field.hits().size(); i++) {
            long[] shown = of(signs, field.hits().pattern(i));
            Spans spans = field.hits().spansAt(i);
            int first = shown.length == 0 ? NOWHERE : first(spans, passage.from(field), passage.to(field));
            if (first != NOWHERE) {
                int place = Place.of(index, spans.first(first), spans.last(first));
                for (long sign : shown) {
                    features.add(FeatureKey.of(kind.key(), sign), 1, place);
                }
            }
        }
    }

    /** Index of the first span that begins there. */
    private static int first(Spans spans, int from, int to) {
        for (int i = 0; i < spans.size(); i++) {
            if (spans.first(i) >= from) {
                return spans.first(i) < to ? i : NOWHERE;
            }
        }
        return NOWHERE;
    }

    void addActors(Set<Long> found, Field field, Passage passage) {
        for (int i = 0; i < field.hits().size(); i++) {
            long[] shown = of(actors, field.hits().pattern(i));
            if (shown.length > 0 && first(field.hits().spansAt(i), passage.from(field), passage.to(field)) != NOWHERE) {
                for (long sign : shown) {
                    found.add(sign);
                }
            }
        }
    }
}
