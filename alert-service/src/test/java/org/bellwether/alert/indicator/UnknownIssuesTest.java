package org.bellwether.alert.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bellwether.events.Issue;
import org.bellwether.events.LocalText;
import org.junit.jupiter.api.Test;

class UnknownIssuesTest {

    private static final Indicators SHIPPED = ShippedIndicators.read();

    @Test
    void anIssueThatTheTaxonomyDoesNotHaveIsNamedByEachIndicatorThatWatchesIt() {
        List<Issue> taxonomy = taxonomyWithout("seoul-bypass", "nk-russia");

        assertThat(SHIPPED.unknownIssues(taxonomy))
                .containsOnly(
                        Map.entry("bypass-pattern", List.of("seoul-bypass")),
                        Map.entry("nk-russia-troops", List.of("nk-russia")));
    }

    @Test
    void nothingIsUnknownWhereTheTaxonomyHasItAll() {
        assertThat(SHIPPED.unknownIssues(taxonomyWithout())).isEmpty();
    }

    @Test
    void nothingIsUnknownWhileNoTaxonomyHasBeenAnnounced() {
        assertThat(SHIPPED.unknownIssues(List.of())).isEmpty();
    }

    private static List<Issue> taxonomyWithout(String... missing) {
        Stream<String> others = Stream.concat(
                Stream.of("of-no-indicator"),
                SHIPPED.all().stream().flatMap(definition -> definition.rule().issues().stream()));
        return others.filter(id -> !List.of(missing).contains(id))
                .map(id -> new Issue(id, new LocalText(id, id), new LocalText("", ""), 0, "sha256:0a"))
                .toList();
    }
}
