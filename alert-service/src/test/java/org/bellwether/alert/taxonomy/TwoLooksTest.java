package org.bellwether.alert.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.bellwether.alert.indicator.ShippedIndicators;
import org.bellwether.events.Issue;
import org.bellwether.events.LocalText;
import org.junit.jupiter.api.Test;

class TwoLooksTest {

    private static final List<Issue> WHOLE = ShippedIndicators.read().all().stream()
            .flatMap(definition -> definition.rule().issues().stream())
            .distinct()
            .map(id -> new Issue(id, new LocalText(id, id), new LocalText("", ""), 0, "sha256:0a"))
            .toList();
    private static final List<Issue> WITHOUT_ONE =
            WHOLE.stream().filter(issue -> !issue.id().equals("nk-russia")).toList();

    private final UnknownIssues unknown = new UnknownIssues(ShippedIndicators.read());

    @Test
    void aTaxonomyThatComesInIssueByIssueLacksNothing() {
        Stream.iterate(0, size -> size + 1)
                .limit(WHOLE.size() + 1L)
                .map(size -> WHOLE.subList(0, size))
                .forEach(soFar -> {
                    unknown.look(soFar);
                    assertThat(unknown.all()).isEmpty();
                });
    }

    @Test
    void whatASecondLookFindsTooIsTrueUntilASecondLookMissesIt() {
        unknown.look(WITHOUT_ONE);
        assertThat(unknown.of("nk-russia-troops")).isEmpty();

        unknown.look(WITHOUT_ONE);
        assertThat(unknown.of("nk-russia-troops")).containsExactly("nk-russia");
        assertThat(unknown.of("sma-demand")).isEmpty();

        unknown.look(WHOLE);
        assertThat(unknown.of("nk-russia-troops")).containsExactly("nk-russia");

        unknown.look(WHOLE);
        assertThat(unknown.of("nk-russia-troops")).isEmpty();
    }

    @Test
    void aLookTellsWhatWasTrueBeforeAndIsNow() {
        unknown.look(WITHOUT_ONE);

        UnknownIssues.Change change = unknown.look(WITHOUT_ONE);

        assertThat(change.before()).isEmpty();
        assertThat(change.now()).containsOnlyKeys("nk-russia-troops");
        assertThat(unknown.look(WITHOUT_ONE).before()).isEqualTo(change.now());
    }
}
