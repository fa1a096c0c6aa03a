package org.bellwether.classify.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bellwether.classify.extract.EvidenceSentences.Nearness;
import org.bellwether.classify.match.Span;
import org.bellwether.classify.score.AnalysedItem;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.ActRule;
import org.bellwether.events.Act;

/** Finds the taxonomy's families of words that show an act, and how near to a tag's evidence they stand. */
final class ActWords {

    private final Map<Integer, List<ActRule>> rules = new HashMap<>();
    private final List<Act> order;

    ActWords(Taxonomy taxonomy) {
        for (ActRule rule : taxonomy.acts()) {
            for (int pattern : rule.patterns().numbers()) {
                rules.computeIfAbsent(pattern, unseen -> new ArrayList<>()).add(rule);
            }
        }
        this.order = taxonomy.acts().stream().map(ActRule::act).distinct().toList();
    }

    /** Words of a family, once for each pattern and place they stand in. */
    record Found(ActRule rule, Field field, Span span, Nearness nearness) {

        double weight() {
            return rule.weight() * nearness.ofRules();
        }
    }

    List<Found> find(AnalysedItem item, EvidenceSentences sentences) {
        List<Found> found = new ArrayList<>();
        for (Field field : item.fields()) {
            for (int pattern : field.hits().patterns()) {
                for (ActRule rule : rules.getOrDefault(pattern, List.of())) {
                    for (Span span : field.hits().spans(pattern)) {
                        found.add(new Found(rule, field, span, sentences.nearness(field, span.first())));
                    }
                }
            }
        }
        return found;
    }

    /** The strongest words of each act. */
    static Map<Act, Double> strengths(List<Found> found) {
        Map<Act, Double> strengths = new EnumMap<>(Act.class);
        found.forEach(words -> strengths.merge(words.rule().act(), words.weight(), Math::max));
        return strengths;
    }

    /** The act with the most weight, of equals the one the taxonomy names first; a report where there is none. */
    Act strongest(Map<Act, Double> strengths) {
        Act strongest = Act.REPORT;
        double most = 0;
        for (Act act : order) {
            double strength = strengths.getOrDefault(act, 0.0);
            if (strength > most) {
                most = strength;
                strongest = act;
            }
        }
        return strongest;
    }
}
