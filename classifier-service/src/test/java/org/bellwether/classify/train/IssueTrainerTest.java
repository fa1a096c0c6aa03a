package org.bellwether.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.bellwether.classify.score.LearnedOpinion;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.TaxonomyReader;
import org.bellwether.events.Tag;
import org.bellwether.settings.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssueTrainerTest {

    private static final Taxonomy TAXONOMY = TaxonomyReader.read(new SettingsFile("mine.yaml", """
            issues:
              - id: troops
                name: {en: Troops, ko: 병력}
                definition: {en: How many., ko: 규모.}
                concepts:
                  - {id: level, weight: 3, patterns: [troop level, 병력 규모]}
              - id: tariffs
                name: {en: Tariffs, ko: 관세}
                definition: {en: What is paid., ko: 세율.}
                concepts:
                  - {id: rate, weight: 3, patterns: [tariff rate, 관세율]}
            """));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The brigade goes home at last      | en | troops
            Customs brokers count their cargo  | en | tariffs
            여단 병사들 귀국 시작                 | ko | troops
            세관 앞 화물 행렬                    | ko | tariffs
            The orchestra goes home at last    | en |
            """)
    void findsWhatNoRuleNamesByTheWordsOfLabelledItems(String title, String lang, String issue) {
        assertThat(tags(items(), title, lang)).isEqualTo(issue == null ? List.of() : List.of(issue));
    }

    @Test
    void itemsThatAreUnsureOfAnIssueDoNotSpeakAgainstIt() {
        List<LabelledItem> items = new ArrayList<>(items());
        for (int i = 0; i < 60; i++) {
            items.add(new LabelledItem(
                    "u" + i, "en", "The brigade of " + i, "", "wire", List.of(), List.of("troops"), Map.of(), null));
        }

        assertThat(tags(items, "The brigade goes home at last", "en")).containsExactly("troops");
    }

    @Test
    void sameItemsMakeTheSameModel() {
        IssueTrainer trainer = new IssueTrainer(TAXONOMY);

        LinearModel once = trainer.train(items(), List.of()).issues();
        LinearModel again = trainer.train(items(), List.of()).issues();

        assertThat(again).usingRecursiveComparison().isEqualTo(once);
    }

    private static List<String> tags(List<LabelledItem> items, String title, String lang) {
        IssueTrainer.Learned trained = new IssueTrainer(TAXONOMY).train(items, List.of());
        LinearModel reports = new LinearModel(List.of("REPORT"), new float[1], new long[0], new float[0]);
        Learned learned = new Learned(new LearnedOpinion(trained.issues(), trained.fusion()), new LearnedActs(reports));
        return new Classifier(TAXONOMY, Optional.of(learned))
                .classify(new Article(title, "", Optional.of(lang), Optional.empty(), Optional.empty())).tags().stream()
                        .filter(tag -> !tag.uncertain())
                        .map(Tag::issue)
                        .toList();
    }

    private static List<LabelledItem> items() {
        List<LabelledItem> items = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            items.add(item(items.size(), "en", "The brigade of base " + i + " goes home", List.of("troops")));
            items.add(item(items.size(), "en", "Customs brokers at pier " + i, List.of("tariffs")));
            items.add(item(items.size(), "en", "The orchestra of town " + i + " goes home", List.of()));
            items.add(item(items.size(), "ko", "제" + i + "여단 병사들 이동", List.of("troops")));
            items.add(item(items.size(), "ko", "부산 세관 " + i + "번 화물", List.of("tariffs")));
            items.add(item(items.size(), "ko", "시향 " + i + "번째 공연", List.of()));
        }
        return items;
    }

    private static LabelledItem item(int number, String lang, String title, List<String> issues) {
        return new LabelledItem("item-" + number, lang, title, "", "wire", issues, List.of(), Map.of(), null);
    }
}
