package org.bellwether.classify.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bellwether.classify.Article;
import org.bellwether.classify.Classifier;
import org.bellwether.classify.Learned;
import org.bellwether.classify.extract.LearnedActs;
import org.bellwether.classify.linear.FeatureKey;
import org.bellwether.classify.linear.LinearModel;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.TaxonomyReader;
import org.bellwether.events.Evidence;
import org.bellwether.events.Tag;
import org.bellwether.settings.SettingsFile;
import org.junit.jupiter.api.Test;

class LearnedOpinionTest {

    private static final Taxonomy TAXONOMY = TaxonomyReader.read(new SettingsFile("mine.yaml", """
            issues:
              - id: troops
                name: {en: Troops, ko: 병력}
                definition: {en: How many., ko: 규모.}
                concepts:
                  - {id: level, weight: 3, patterns: [troop level]}
                vetoes:
                  - {within: item, patterns: [video game]}
              - id: own
                name: {en: Own, ko: 자체}
                definition: {en: Added by the operator., ko: 추가.}
                concepts:
                  - {id: word, weight: 3, patterns: [bellwether]}
            """));

    @Test
    void findsWhatNoRuleNamesAndShowsBySomethingSaidInTheItem() {
        Tag tag = tags(brigadeMeansTroops(), "The brigade goes home, and nobody comes")
                .get(0);

        assertThat(tag.issue()).isEqualTo("troops");
        assertThat(tag.probability()).isGreaterThan(0.8);
        Evidence evidence = tag.evidence().get(0);
        assertThat(evidence.concept()).isEqualTo(LearnedOpinion.CONCEPT);
        assertThat(evidence.text()).isEqualTo("brigade");
        assertThat(evidence.contribution()).isPositive();
    }

    @Test
    void withoutItTheRulesDecideAlone() {
        assertThat(tags(Optional.empty(), "The brigade goes home")).isEmpty();
        assertThat(tags(Optional.empty(), "A new troop level"))
                .extracting(Tag::issue)
                .containsExactly("troops");
    }

    @Test
    void anIssueItDoesNotKnowGoesByItsRules() {
        assertThat(tags(brigadeMeansTroops(), "A bellwether"))
                .extracting(Tag::issue)
                .containsExactly("own");
    }

    @Test
    void whatAVetoTookBackItCannotBringBack() {
        assertThat(tags(brigadeMeansTroops(), "The brigade goes home in a video game"))
                .isEmpty();
    }

    private static Optional<Learned> brigadeMeansTroops() {
        long brigade = FeatureKey.of(FeatureKind.TERM.key(), FeatureKey.of("brigade"));
        LinearModel model =
                new LinearModel(List.of("troops"), new float[] {-3}, new long[] {brigade}, new float[] {20});
        LinearModel reports = new LinearModel(List.of("REPORT"), new float[1], new long[0], new float[0]);
        return Optional.of(new Learned(new LearnedOpinion(model), new LearnedActs(reports)));
    }

    private static List<Tag> tags(Optional<Learned> learned, String title) {
        Article article = new Article(title, "", Optional.of("en"), Optional.empty(), Optional.empty());
        return new ArrayList<>(
                new Classifier(TAXONOMY, learned).classify(article).tags());
    }
}
