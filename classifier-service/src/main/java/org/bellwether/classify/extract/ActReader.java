package org.bellwether.classify.extract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.classify.extract.ActWords.Found;
import org.bellwether.classify.score.AnalysedItem;
import org.bellwether.classify.score.ScoredTag;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.events.Act;

/**
 * Reads what kind of signal a tag is from the title and the sentences its evidence stands in. What was learned decides,
 * where it is asked; else the taxonomy's words for acts, and where they say nothing, who publishes it and its form.
 */
public final class ActReader {

    private static final double OF_PUBLISHER = 2.6;
    private static final double OF_FORM = 2.5;

    private final ActWords words;
    private final ActFeatures features;
    private final Optional<LearnedActs> learned;

    public ActReader(Taxonomy taxonomy, Optional<LearnedActs> learned) {
        this.words = new ActWords(taxonomy);
        this.features = new ActFeatures(taxonomy, words);
        this.learned = learned;
    }

    public Act read(AnalysedItem item, ScoredTag tag) {
        EvidenceSentences sentences = new EvidenceSentences(item, tag);
        List<Found> found = words.find(item, sentences);
        return learned.map(model -> model.likeliest(features.read(item, tag, sentences, found)))
                .orElseGet(() -> byRules(item, found));
    }

    private Act byRules(AnalysedItem item, List<Found> found) {
        Map<Act, Double> strengths = ActWords.strengths(found);
        usual(item).ifPresent(act -> strengths.merge(act, OF_PUBLISHER, Double::sum));
        ItemForm.shows(item.fields().get(0).text().original())
                .ifPresent(act -> strengths.merge(act, OF_FORM, Double::sum));
        return words.strongest(strengths);
    }

    /** What such a publisher mostly does. */
    private static Optional<Act> usual(AnalysedItem item) {
        return item.kind().flatMap(kind -> switch (kind) {
            case GOVERNMENT -> Optional.of(Act.OFFICIAL_STATEMENT);
            case THINK_TANK -> Optional.of(Act.ANALYSIS);
            case NEWS -> Optional.empty();
        });
    }
}
