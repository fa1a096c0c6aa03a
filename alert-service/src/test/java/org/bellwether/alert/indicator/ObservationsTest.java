package org.bellwether.alert.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.testkit.Fixtures.NOON;
import static org.bellwether.testkit.Fixtures.taggedItem;

import java.time.Duration;
import java.util.List;
import org.bellwether.events.Act;
import org.bellwether.testkit.Fixtures;
import org.junit.jupiter.api.Test;

class ObservationsTest {

    private final IndicatorDefinition definition =
            ShippedIndicators.read().byId("sma-demand").orElseThrow();
    private final Observations observations = new Observations(List.of());

    @Test
    void countsAnOwnerOnceHoweverMuchItPublishes() {
        take(item("a", "one", 1));
        take(item("b", "one", 1));

        assertThat(observations.haveOwners(List.of(1))).isTrue();
        assertThat(observations.haveOwners(List.of(2))).isFalse();
    }

    @Test
    void anOwnerStaysOnRecordAsLongAsOneOfItsItemsDoes() {
        take(item("a", "one", 1));
        take(item("b", "one", 1));
        take(silent("a", "one", 2));
        assertThat(observations.haveOwners(List.of(1))).isTrue();

        take(silent("b", "one", 2));
        assertThat(observations.haveOwners(List.of(1))).isFalse();
    }

    @Test
    void aCorrectionThatSaysTheSameChangesNoCount() {
        take(item("a", "one", 1));
        take(item("a", "one", 2));
        take(silent("a", "one", 3));

        assertThat(observations.haveOwners(List.of(1))).isFalse();
    }

    @Test
    void ofTwoReadingsOfAVersionTheOneClassifiedLaterCountsInWhateverOrder() {
        take(silent("a", "one", 2).taggedAfter(Duration.ofDays(2)));

        assertThat(observations.take(reading(item("a", "one", 2)))).isFalse();
        assertThat(observations.haveOwners(List.of(1))).isFalse();
    }

    @Test
    void whatIsClassifiedAnewAndSaysTheSameChangesNothing() {
        take(item("a", "one", 1));

        assertThat(observations.take(reading(item("a", "one", 1).taggedAfter(Duration.ofDays(2)))))
                .isFalse();
    }

    @Test
    void whatIsForgottenIsOffTheRecord() {
        take(item("a", "one", 1));
        observations.forgetBefore(NOON.plusSeconds(1));

        assertThat(observations.haveOwners(List.of(1))).isFalse();
    }

    private void take(Fixtures.ItemBuilder item) {
        observations.take(reading(item));
    }

    private Reading reading(Fixtures.ItemBuilder item) {
        return Reading.of(item.build(), definition).orElseThrow();
    }

    private static Fixtures.ItemBuilder item(String id, String owner, int version) {
        return silent(id, owner, version).tag("sma-renegotiation", Act.DEMAND);
    }

    private static Fixtures.ItemBuilder silent(String id, String owner, int version) {
        return taggedItem().id(id).version(version).publisher(owner, owner).published(NOON);
    }
}
