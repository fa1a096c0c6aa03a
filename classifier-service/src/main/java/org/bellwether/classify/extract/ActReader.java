package org.bellwether.classify.extract;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bellwether.classify.match.Span;
import org.bellwether.classify.score.AnalysedItem;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.classify.score.ScoredTag;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.ActRule;
import org.bellwether.events.Act;
import org.bellwether.events.Evidence;
import org.bellwether.events.TextField;

/**
 * Reads what kind of signal a tag is from the words in the title and in the sentences its evidence stands in; where
 * they say nothing, from who publishes it.
 */
public final class ActReader {

    private static final double IN_TITLE = 2;
    private static final double BESIDE_EVIDENCE = 1.5;
    private static final double IN_FIRST_SENTENCE = 1;

    private final Taxonomy taxonomy;

    public ActReader(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** The act with the most weight of words; of equals, the one the taxonomy names first. */
    public Act read(AnalysedItem item, ScoredTag tag) {
        Map<Act, Double> weights = new EnumMap<>(Act.class);
        Act strongest = fallback(item);
        double most = 0;
        for (ActRule rule : taxonomy.acts()) {
            double weight = 0;
            for (Field field : item.fields()) {
                weight = Math.max(weight, weight(rule, field, tag));
            }
            double sum = weights.merge(rule.act(), weight, Double::sum);
            if (sum > most) {
                most = sum;
                strongest = rule.act();
            }
        }
        return strongest;
    }

    private static double weight(ActRule rule, Field field, ScoredTag tag) {
        Set<Integer> sentences = evidenceSentences(field, tag);
        double most = 0;
        for (Span span : field.spans(rule.patterns())) {
            int sentence = field.text().sentence(span.first());
            double place = field.name() == TextField.TITLE
                    ? IN_TITLE
                    : sentences.contains(sentence) ? BESIDE_EVIDENCE : sentence == 0 ? IN_FIRST_SENTENCE : 0;
            most = Math.max(most, rule.weight() * place);
        }
        return most;
    }

    private static Set<Integer> evidenceSentences(Field field, ScoredTag tag) {
        Set<Integer> sentences = new HashSet<>();
        List<Evidence> evidence = tag.evidence();
        for (int i = 0; i < evidence.size(); i++) {
            if (evidence.get(i).field() == field.name()) {
                sentences.add(field.text().sentence(tag.spans().get(i).first()));
            }
        }
        return sentences;
    }

    private static Act fallback(AnalysedItem item) {
        return item.kind()
                .map(kind -> switch (kind) {
                    case GOVERNMENT -> Act.OFFICIAL_STATEMENT;
                    case THINK_TANK -> Act.ANALYSIS;
                    case NEWS -> Act.REPORT;
                })
                .orElse(Act.REPORT);
    }
}
