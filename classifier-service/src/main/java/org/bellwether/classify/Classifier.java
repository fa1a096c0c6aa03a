package org.bellwether.classify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.classify.extract.ActReader;
import org.bellwether.classify.extract.ActorFinder;
import org.bellwether.classify.linear.FeatureVector;
import org.bellwether.classify.quantity.QuantityFinder;
import org.bellwether.classify.score.AnalysedItem;
import org.bellwether.classify.score.AnalysedItem.Field;
import org.bellwether.classify.score.Calibration;
import org.bellwether.classify.score.ScoredTag;
import org.bellwether.classify.score.Scorer;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;
import org.bellwether.classify.text.AnalysedText;
import org.bellwether.classify.text.Languages;
import org.bellwether.events.Tag;
import org.bellwether.events.TextField;

/** An article's whole way through one taxonomy. Immutable and safe for any number of threads. */
public final class Classifier {

    private final Taxonomy taxonomy;
    private final Scorer scorer;
    private final ActorFinder actors;
    private final ActReader acts;

    /**
     * A classifier of this taxonomy.
     *
     * @param learned asked beside the rules; empty: rules alone
     */
    public Classifier(Taxonomy taxonomy, Optional<Learned> learned) {
        this.taxonomy = taxonomy;
        this.scorer = new Scorer(taxonomy, Calibration.CHOSEN, learned.map(Learned::issues));
        this.actors = new ActorFinder(taxonomy);
        this.acts = new ActReader(taxonomy, learned.map(Learned::acts));
    }

    /** The taxonomy this classifier works by. */
    public Taxonomy taxonomy() {
        return taxonomy;
    }

    /** Any article, of whatever length and content, in time that grows with its length. */
    public Classification classify(Article article) {
        AnalysedItem item = analysed(article);
        List<ScoredTag> scored = scorer.score(item);
        return new Classification(
                item.language(),
                scored.stream().map(tag -> tag(item, tag)).toList(),
                actors.find(item.fields()),
                QuantityFinder.find(item.fields(), scored),
                item.fields().get(0).text(),
                item.fields().get(1).text(),
                taxonomy.version());
    }

    /** What the learned opinion on issues goes by in each of an article's passages. */
    public List<FeatureVector> features(Article article) {
        return scorer.features(analysed(article));
    }

    /**
     * The rules' opinion pooled with a learned one, by issue.
     *
     * @param logOdds what the learned one says of each issue
     */
    public Map<String, Double> pooled(Article article, Map<String, Double> logOdds) {
        return scorer.pooled(analysed(article), logOdds);
    }

    /** What the learned opinion on the act of each of these issues goes by, in their order. */
    public List<FeatureVector> actFeatures(Article article, List<IssueRule> issues) {
        AnalysedItem item = analysed(article);
        return scorer.byRules(item, issues).stream()
                .map(tag -> acts.features(item, tag))
                .toList();
    }

    private AnalysedItem analysed(Article article) {
        AnalysedText title = taxonomy.analyser().analyse(article.title());
        AnalysedText text = taxonomy.analyser().analyse(article.text());
        List<Field> fields = List.of(
                new Field(TextField.TITLE, title, taxonomy.matcher().match(title)),
                new Field(TextField.TEXT, text, taxonomy.matcher().match(text)));
        return new AnalysedItem(fields, language(article), article.kind(), article.country());
    }

    private Tag tag(AnalysedItem item, ScoredTag tag) {
        return new Tag(
                tag.rule().id(), tag.probability(), tag.score(), acts.read(item, tag), tag.uncertain(), tag.evidence());
    }

    private static String language(Article article) {
        String detected = Languages.detect(article.title(), article.text());
        return detected.equals(Languages.UNDETERMINED)
                ? article.language().filter(hint -> !hint.isBlank()).orElse(detected)
                : detected;
    }
}
