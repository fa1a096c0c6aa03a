package org.bellwether.classify;

import java.util.List;
import java.util.Optional;
import org.bellwether.classify.extract.ActReader;
import org.bellwether.classify.extract.ActorFinder;
import org.bellwether.classify.quantity.QuantityFinder;
import org.bellwether.classify.score.AnalysedItem;
import org.bellwether.classify.score.Calibration;
import org.bellwether.classify.score.ScoredTag;
import org.bellwether.classify.score.Scorer;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.events.Tag;

/** An article's whole way through one taxonomy. Immutable and safe for any number of threads. */
public final class Classifier {

    private final Taxonomy taxonomy;
    private final ItemAnalyser analyser;
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
        this.analyser = new ItemAnalyser(taxonomy);
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
        AnalysedItem item = analyser.analyse(article);
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

    private Tag tag(AnalysedItem item, ScoredTag tag) {
        return new Tag(
                tag.rule().id(), tag.probability(), tag.score(), acts.read(item, tag), tag.uncertain(), tag.evidence());
    }
}
