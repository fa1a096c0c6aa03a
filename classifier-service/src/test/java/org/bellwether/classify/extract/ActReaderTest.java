package org.bellwether.classify.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.bellwether.classify.Article;
import org.bellwether.classify.ShippedTaxonomy;
import org.bellwether.events.SourceKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Trump demands Seoul pay $10 billion a year to keep US troops       |            | sma-renegotiation   | DEMAND
            외교부 "방위비 재협상 논의 없다"                                        |            | sma-renegotiation   | DENIAL
            Pentagon: no plan to reduce forces in Korea                        | GOVERNMENT | usfk-troop-levels   | DENIAL
            트럼프, 한국산 자동차에 관세 25% 부과 위협                               |            | tariffs-trade       | THREAT
            Trump says he would love to meet Kim Jong-un again                 |            | summit-signals      | OFFER
            Seoul and Washington finalize trade deal lowering auto tariffs     |            | tariffs-trade       | AGREEMENT
            정부, 대북 확성기 방송 중단                                             |            | inter-korean        | OFFICIAL_ACTION
            핵추진 잠수함 건조 공식 발표                                            | GOVERNMENT | nuclear-submarines  | OFFICIAL_STATEMENT
            Reading the fine print of the Special Measures Agreement           | THINK_TANK | sma-renegotiation   | ANALYSIS
            North Korea fires ballistic missile toward East Sea                | NEWS       | nk-provocations     | REPORT
            """)
    void readsWhatKindOfSignalATagIs(String title, SourceKind kind, String issue, String act) {
        var found = ShippedTaxonomy.classifier()
                .classify(new Article(title, "", Optional.empty(), Optional.ofNullable(kind), Optional.empty()));

        assertThat(found.tags())
                .filteredOn(tag -> tag.issue().equals(issue))
                .extracting(tag -> tag.act().name().toUpperCase(Locale.ROOT))
                .containsExactly(act);
    }
}
