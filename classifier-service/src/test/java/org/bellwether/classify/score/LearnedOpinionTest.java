package org.bellwether.classify.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

    private static final String FILE = """
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
            """;

    private static final Taxonomy TAXONOMY = TaxonomyReader.read(new SettingsFile("mine.yaml", FILE));

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

    /** The rule's only pattern was there when the two were fitted, and the model that stands beside it does not agree. */
    @Test
    void aRuleThatWasTriedIsBelievedAsFarAsItEarned() {
        assertThat(tags(brigadeMeansTroops(), "A new troop level")).isEmpty();
    }

    @Test
    void aPatternWrittenSinceIsTakenAtItsWord() {
        Taxonomy longer = TaxonomyReader.read(
                new SettingsFile("mine.yaml", FILE.replace("[troop level]", "[troop level, garrison size]")));

        assertThat(tags(longer, brigadeMeansTroops(), "A new garrison size"))
                .extracting(Tag::issue)
                .containsExactly("troops");
    }

    @Test
    void aPatternWrittenSinceThatIsTakenBackLiftsNothing() {
        Taxonomy longer = TaxonomyReader.read(new SettingsFile(
                "mine.yaml",
                FILE.replace("[troop level]", "[troop level, garrison size]")
                        .replace("vetoes:", "vetoes:\n      - {within: 3, patterns: [museum]}")));

        assertThat(tags(longer, brigadeMeansTroops(), "Garrison size museum: the troop level of old"))
                .isEmpty();
    }

    @Test
    void anEmptyArticleHasNoTag() {
        Taxonomy lenient = TaxonomyReader.read(new SettingsFile(
                "mine.yaml", FILE.replace("    concepts:", "    threshold: {default: 0.05}\n    concepts:")));

        assertThat(tags(lenient, brigadeMeansTroops(), "")).isEmpty();
    }

    @Test
    void hearsWhatOneParagraphOfALongTextSays() {
        String before = "Nothing of note was said at the lectern. ".repeat(60);
        Article article = article("Press briefing", before + "The brigade goes home. " + before);

        Tag tag = new Classifier(TAXONOMY, brigadeMeansTroops())
                .classify(article)
                .tags()
                .get(0);

        assertThat(tag.evidence()).extracting(Evidence::start).containsExactly(before.length() + "The ".length());
    }

    /** Seven tenths of the loudest passage, less a doubt that grows with their number, and three of the loudest sentence. */
    @Test
    void hearsTheLoudestPassageAndTheLoudestSentence() {
        List<double[]> passages = List.of(new double[] {1, -2}, new double[] {3, -4});
        List<double[]> sentences = List.of(new double[] {5, -1}, new double[] {0, 1});
        double doubt = 0.4 * Math.log(2);

        assertThat(LearnedOpinion.logOdds(new Portions<>(passages, List.of())))
                .containsExactly(new double[] {3 - doubt, -2 - doubt}, within(1e-9));
        assertThat(LearnedOpinion.logOdds(new Portions<>(passages, sentences)))
                .containsExactly(
                        new double[] {0.7 * (3 - doubt) + 0.3 * 5, 0.7 * (-2 - doubt) + 0.3 * 1}, within(1e-9));
    }

    private static Optional<Learned> brigadeMeansTroops() {
        long brigade = FeatureKey.of(FeatureKind.TERM.key(), FeatureKey.of("brigade"));
        LinearModel model =
                new LinearModel(List.of("troops"), new float[] {-5}, new long[] {brigade}, new float[] {30});
        LinearModel reports = new LinearModel(List.of("REPORT"), new float[1], new long[0], new float[0]);
        return Optional.of(new Learned(new LearnedOpinion(model, poolOfBoth()), new LearnedActs(reports)));
    }

    private static Fusion poolOfBoth() {
        return Fusion.of(1, 0, TAXONOMY.issues());
    }

    private static List<Tag> tags(Optional<Learned> learned, String title) {
        return tags(TAXONOMY, learned, title);
    }

    private static List<Tag> tags(Taxonomy taxonomy, Optional<Learned> learned, String title) {
        return new Classifier(taxonomy, learned).classify(article(title, "")).tags();
    }

    private static Article article(String title, String text) {
        return new Article(title, text, Optional.of("en"), Optional.empty(), Optional.empty());
    }
}
