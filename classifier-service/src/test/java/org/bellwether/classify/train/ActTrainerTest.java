package org.bellwether.classify.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.classify.Article;
import org.bellwether.classify.Classifier;
import org.bellwether.classify.Learned;
import org.bellwether.classify.evaluate.LabelledItem;
import org.bellwether.classify.extract.LearnedActs;
import org.bellwether.classify.linear.LinearModel;
import org.bellwether.classify.score.Fusion;
import org.bellwether.classify.score.LearnedOpinion;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.TaxonomyReader;
import org.bellwether.events.Act;
import org.bellwether.settings.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActTrainerTest {

    private static final Taxonomy TAXONOMY = TaxonomyReader.read(new SettingsFile("mine.yaml", """
            issues:
              - id: troops
                name: {en: Troops, ko: 병력}
                definition: {en: How many., ko: 규모.}
                concepts:
                  - {id: level, weight: 3, patterns: [troop level, 병력 규모]}
            """));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Envoys haggle over the troop level  | en | OFFER
            Lawmakers scoff at the troop level  | en | DENIAL
            양국, 병력 규모 흥정                  | ko | OFFER
            국방부, 병력 규모 논의 일축            | ko | DENIAL
            """)
    void learnsFromBothLanguagesWhichWordsGoWithWhichAct(String title, String lang, Act act) {
        Learned learned = new Learned(
                new LearnedOpinion(
                        new LinearModel(List.of(), new float[0], new long[0], new float[0]),
                        Fusion.of(1, 0, TAXONOMY.issues())),
                new LearnedActs(new ActTrainer(TAXONOMY).train(items())));

        assertThat(new Classifier(TAXONOMY, Optional.of(learned))
                        .classify(new Article(title, "", Optional.of(lang), Optional.empty(), Optional.empty()))
                        .tags())
                .singleElement()
                .satisfies(tag -> assertThat(tag.act()).isEqualTo(act));
    }

    @Test
    void actsOfIssuesThatTheTaxonomyDoesNotHaveTeachNothing() {
        LabelledItem foreign = item("a", "en", "Envoys haggle over fish", Map.of("fisheries", Act.OFFER));

        assertThatThrownBy(() -> new ActTrainer(TAXONOMY).train(List.of(foreign)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing to learn from");
    }

    @Test
    void knowsEveryActWhateverTheItemsHave() {
        assertThat(new ActTrainer(TAXONOMY).train(items()).outputs()).hasSize(Act.values().length);
    }

    private static List<LabelledItem> items() {
        List<LabelledItem> items = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            items.add(troops(items.size(), "en", "Negotiators haggle over troop level of base " + i, Act.OFFER));
            items.add(troops(items.size(), "en", "Generals scoff at troop level of base " + i, Act.DENIAL));
            items.add(troops(items.size(), "ko", "제" + i + "차 병력 규모 흥정", Act.OFFER));
            items.add(troops(items.size(), "ko", "제" + i + "차 병력 규모 논의 일축", Act.DENIAL));
        }
        return items;
    }

    private static LabelledItem troops(int number, String lang, String title, Act act) {
        return item("item-" + number, lang, title, Map.of("troops", act));
    }

    private static LabelledItem item(String id, String lang, String title, Map<String, Act> acts) {
        return new LabelledItem(id, lang, title, "", "wire", List.copyOf(acts.keySet()), List.of(), acts, null);
    }
}
