package org.bellwether.classify.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bellwether.classify.Article;
import org.bellwether.classify.Classifier;
import org.bellwether.classify.ItemAnalyser;
import org.bellwether.classify.Learned;
import org.bellwether.classify.linear.FeatureKey;
import org.bellwether.classify.linear.FeatureVector;
import org.bellwether.classify.linear.LinearModel;
import org.bellwether.classify.score.AnalysedItem;
import org.bellwether.classify.score.Calibration;
import org.bellwether.classify.score.Fusion;
import org.bellwether.classify.score.LearnedOpinion;
import org.bellwether.classify.score.RulesAlone;
import org.bellwether.classify.score.ScoredTag;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.TaxonomyReader;
import org.bellwether.events.Act;
import org.bellwether.events.SourceKind;
import org.bellwether.events.Tag;
import org.bellwether.settings.SettingsFile;
import org.junit.jupiter.api.Test;

class LearnedActsTest {

    private static final Taxonomy TAXONOMY = TaxonomyReader.read(new SettingsFile("mine.yaml", """
            acts:
              - id: demand-urge
                act: demand
                weight: 3
                patterns: [urge]
            issues:
              - id: troops
                name: {en: Troops, ko: 병력}
                definition: {en: How many., ko: 규모.}
                concepts:
                  - {id: level, weight: 3, patterns: [troop level]}
            """));

    @Test
    void whatWasLearnedOfWordsDecides() {
        assertThat(act(Optional.of(wordsOfOffer("haggle")), "They haggle over the troop level"))
                .isEqualTo(Act.OFFER);
        assertThat(act(Optional.of(wordsOfOffer("haggle")), "They urge a troop level"))
                .isEqualTo(Act.REPORT);
    }

    @Test
    void withoutItTheTaxonomysWordsDecide() {
        assertThat(act(Optional.empty(), "They urge a troop level")).isEqualTo(Act.DEMAND);
        assertThat(act(Optional.empty(), "They haggle over the troop level")).isEqualTo(Act.REPORT);
    }

    @Test
    void publishersKindIsSomethingItGoesBy() {
        assertThat(features(Optional.of(SourceKind.GOVERNMENT)).size())
                .isGreaterThan(features(Optional.empty()).size());
    }

    @Test
    void wordsBesideTheEvidenceCountHoweverFarDownTheyStand() {
        String before = "Nothing of note was said at the lectern. ".repeat(60);
        Article article = new Article(
                "",
                before + "An envoy spoke of the troop level.",
                Optional.of("en"),
                Optional.empty(),
                Optional.empty());

        assertThat(new Classifier(TAXONOMY, Optional.of(wordsOfOffer("envoy")))
                        .classify(article)
                        .tags())
                .extracting(Tag::act)
                .containsExactly(Act.OFFER);
    }

    private static FeatureVector features(Optional<SourceKind> kind) {
        AnalysedItem item = new ItemAnalyser(TAXONOMY).analyse(article("The troop level", kind));
        ScoredTag tag = new RulesAlone(TAXONOMY, Calibration.CHOSEN)
                .tags(item, TAXONOMY.issues())
                .get(0);
        return new ActFeatures(TAXONOMY).read(item, tag);
    }

    private static LinearModel reportsUnless(String word) {
        long key = ActFeatureKind.TERM.key(FeatureKey.of(word));
        return new LinearModel(List.of("REPORT", "OFFER"), new float[] {1, 0}, new long[] {key}, new float[] {0, 12});
    }

    private static Learned wordsOfOffer(String word) {
        LinearModel nothing = new LinearModel(List.of(), new float[0], new long[0], new float[0]);
        return new Learned(new LearnedOpinion(nothing, poolOfBoth()), new LearnedActs(reportsUnless(word)));
    }

    private static Act act(Optional<Learned> learned, String title) {
        return new Classifier(TAXONOMY, learned)
                .classify(article(title, Optional.empty()))
                .tags()
                .get(0)
                .act();
    }

    private static Article article(String title, Optional<SourceKind> kind) {
        return new Article(title, "", Optional.of("en"), kind, Optional.empty());
    }

    private static Fusion poolOfBoth() {
        return Fusion.of(1, 0, TAXONOMY.issues());
    }
}
