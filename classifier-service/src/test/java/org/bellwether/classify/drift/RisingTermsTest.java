package org.bellwether.classify.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bellwether.classify.drift.Suggestion.Origin;
import org.bellwether.classify.taxonomy.Taxonomy;
import org.bellwether.classify.taxonomy.TaxonomyReader;
import org.bellwether.settings.SettingsFile;
import org.bellwether.testkit.DistinctWords;
import org.junit.jupiter.api.Test;

class RisingTermsTest {

    private static final Taxonomy TAXONOMY = TaxonomyReader.read(new SettingsFile("mine.yaml", """
            issues:
              - id: harbours
                name: {en: Harbours, ko: 항만}
                definition: {en: What happens there., ko: 소식.}
                concepts:
                  - {id: place, weight: 3, patterns: ['{harbour|port} NEAR/3 dues', 주한미군]}
            """));

    private final RisingTerms terms = new RisingTerms();

    @Test
    void whatNearMissesHaveInCommonAndTheNewsHasNotIsSuggestedWithItsItems() {
        for (int i = 0; i < 6; i++) {
            near("near-" + i, "Posture review: " + DistinctWords.of(i, 5), "미군 전력 재배치 검토를 시작했다");
        }
        terms.settle();
        newsOf(100);

        List<Suggestion> found = terms.suggestions((term, surface) -> false, 20);

        assertThat(found)
                .extracting(Suggestion::term)
                .contains("Posture review", "미군 전력")
                .doesNotContain("Posture");
        assertThat(found)
                .filteredOn(suggestion -> suggestion.term().equals("Posture review"))
                .singleElement()
                .satisfies(suggestion -> {
                    assertThat(suggestion.nearMisses()).isEqualTo(6);
                    assertThat(suggestion.background()).isZero();
                    assertThat(suggestion.ofBackground()).isEqualTo(100);
                    assertThat(suggestion.score()).isGreaterThan(LogOdds.TELLING);
                    assertThat(suggestion.items())
                            .extracting(Origin::itemId)
                            .hasSize(5)
                            .startsWith("near-0");
                });
    }

    @Test
    void whatIsAsCommonInAllNewsOrInOneTextAloneIsNot() {
        near("one", "Officials said granite", "");
        near("two", "Officials said marble", "");
        terms.settle();
        for (int i = 0; i < 50; i++) {
            terms.background(Terms.of(TAXONOMY.analyser(), "Officials said " + DistinctWords.of(i, 3), "")
                    .keySet());
        }

        assertThat(terms.suggestions((term, surface) -> false, 20)).isEmpty();
    }

    @Test
    void wordsThatACommaPartsAreNoTerm() {
        assertThat(Terms.of(TAXONOMY.analyser(), "The posture review, officials added, would wait", "")
                        .values())
                .contains("posture review", "would wait")
                .doesNotContain("added, would", "review, officials");
    }

    @Test
    void whatTheRulesKnowIsNothingNew() {
        KnownTerms known = new KnownTerms(TAXONOMY, TAXONOMY.issue("harbours").orElseThrow());

        assertThat(List.of("harbours", "dues", "port dues")).allMatch(surface -> has(known, surface));
        assertThat(has(known, "주한미군")).isTrue();
        assertThat(List.of("quay", "quay wall")).noneMatch(surface -> has(known, surface));
    }

    @Test
    void theSameShareOfMoreTextsIsMoreTelling() {
        assertThat(LogOdds.score(20, 40, 10, 1000)).isGreaterThan(LogOdds.score(2, 4, 1, 100));
        assertThat(LogOdds.score(1, 100, 50, 100)).isNegative();
        assertThat(LogOdds.score(5, 5, 100, 100)).isBetween(-1.0, 1.0);
    }

    private static boolean has(KnownTerms known, String surface) {
        return Terms.of(TAXONOMY.analyser(), surface, "").entrySet().stream()
                .filter(entry -> entry.getValue().equals(surface))
                .anyMatch(entry -> known.has(entry.getKey(), entry.getValue()));
    }

    private void near(String id, String title, String text) {
        Map<String, String> found = Terms.of(TAXONOMY.analyser(), title, text);
        terms.near(found, new Origin(id, title, null));
    }

    private void newsOf(int count) {
        for (int i = 0; i < count; i++) {
            terms.background(Terms.of(TAXONOMY.analyser(), DistinctWords.of(1_000 + i, 12), "")
                    .keySet());
        }
    }
}
