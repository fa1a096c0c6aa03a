package org.bellwether.classify.extract;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
    private static final double OF_PUBLISHER = 2.6;
    private static final double OF_FORM = 2.5;

    /** Up to a name and a title of office, then a quotation to the end of the headline or nearly so. */
    private static final Pattern QUOTES =
            Pattern.compile("^(?:\\[[^\\]]{1,8}]\\s*)?[^\"“”…]{1,24}[\"“][^\"“”]{6,}[\"”]?.{0,12}$");

    private static final Pattern ASKS = Pattern.compile("(?:[은는나까]|왜)\\?(?:\\s|$)");

    private final Taxonomy taxonomy;

    public ActReader(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** The act with the most weight of words, publisher and form; of equals, the one the taxonomy names first. */
    public Act read(AnalysedItem item, ScoredTag tag) {
        Map<Act, Double> weights = new LinkedHashMap<>();
        for (ActRule rule : taxonomy.acts()) {
            for (Field field : item.fields()) {
                weights.merge(rule.act(), weight(rule, field, tag), Math::max);
            }
        }
        Optional<Act> usual = usual(item);
        usual.ifPresent(act -> weights.merge(act, OF_PUBLISHER, Double::sum));
        shown(item).ifPresent(act -> weights.merge(act, OF_FORM, Double::sum));
        Act strongest = Act.REPORT;
        double most = 0;
        for (Map.Entry<Act, Double> entry : weights.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                strongest = entry.getKey();
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
        for (int i = 0; i < tag.spans().size(); i++) {
            if (evidence.get(i).field() == field.name()) {
                sentences.add(field.text().sentence(tag.spans().get(i).first()));
            }
        }
        return sentences;
    }

    /** What such a publisher mostly does. */
    private static Optional<Act> usual(AnalysedItem item) {
        return item.kind().flatMap(kind -> switch (kind) {
            case GOVERNMENT -> Optional.of(Act.OFFICIAL_STATEMENT);
            case THINK_TANK -> Optional.of(Act.ANALYSIS);
            case NEWS -> Optional.empty();
        });
    }

    /** A headline that asks weighs something up; one that is a quotation reports a remark. */
    private static Optional<Act> shown(AnalysedItem item) {
        String title = item.fields().get(0).text().original().strip();
        if (title.endsWith("?") || ASKS.matcher(title).find()) {
            return Optional.of(Act.ANALYSIS);
        }
        return QUOTES.matcher(title).find() ? Optional.of(Act.REMARK) : Optional.empty();
    }
}
