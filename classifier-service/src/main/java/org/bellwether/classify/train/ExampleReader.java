package org.bellwether.classify.train;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.bellwether.classify.Article;
import org.bellwether.classify.ItemAnalyser;
import org.bellwether.classify.evaluate.LabelledItem;
import org.bellwether.classify.extract.ActFeatures;
import org.bellwether.classify.score.AnalysedItem;
import org.bellwether.classify.score.Calibration;
import org.bellwether.classify.score.FeatureReader;
import org.bellwether.classify.score.Portions;
import org.bellwether.classify.score.RulesAlone;
import org.bellwether.classify.score.ScoredTag;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;

/** Reads from labelled items what is learned from them, by the very readers that the classifier goes by. */
final class ExampleReader {

    private final List<IssueRule> issues;
    private final ItemAnalyser analyser;
    private final RulesAlone rules;
    private final FeatureReader features;
    private final ActFeatures actFeatures;

    ExampleReader(Taxonomy taxonomy) {
        this.issues = taxonomy.issues();
        this.analyser = new ItemAnalyser(taxonomy);
        this.rules = new RulesAlone(taxonomy, Calibration.CHOSEN);
        this.features = new FeatureReader(taxonomy);
        this.actFeatures = new ActFeatures(taxonomy);
    }

    /** Of the issues it is about. */
    Example issues(LabelledItem item) {
        return new Example(
                features.read(analyser.analyse(item.article())), Set.copyOf(item.issues()), Set.copyOf(item.unsure()));
    }

    /** The rules' opinion of it pooled with a learned one, as {@link RulesAlone#pooled} has it. */
    Map<String, Double> pooled(LabelledItem item, Map<String, Double> logOdds) {
        return rules.pooled(analyser.analyse(item.article()), logOdds);
    }

    /**
     * Of acts, one for each issue whose act is labelled.
     *
     * @param published whether the publisher is told, as it sometimes is
     */
    List<Example> acts(LabelledItem item, boolean published) {
        List<IssueRule> labelled = issues.stream()
                .filter(rule -> item.act().containsKey(rule.id()))
                .toList();
        Article article = published ? item.published() : item.article();
        AnalysedItem analysed = analyser.analyse(article);
        List<ScoredTag> tags = rules.tags(analysed, labelled);
        return IntStream.range(0, tags.size())
                .mapToObj(i -> new Example(
                        Portions.whole(actFeatures.read(analysed, tags.get(i))),
                        Set.of(Objects.requireNonNull(
                                        item.act().get(labelled.get(i).id()))
                                .name()),
                        Set.of()))
                .toList();
    }
}
