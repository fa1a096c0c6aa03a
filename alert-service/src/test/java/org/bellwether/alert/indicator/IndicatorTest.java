package org.bellwether.alert.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.testkit.Fixtures.NOON;
import static org.bellwether.testkit.Fixtures.taggedItem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.events.Act;
import org.bellwether.events.Alert;
import org.bellwether.events.Alert.Transition;
import org.bellwether.events.DateProvenance;
import org.bellwether.events.IndicatorState;
import org.bellwether.events.TaggedItem;
import org.junit.jupiter.api.Test;

/** {@code sma-demand}: two independent publishers within 24 hours. */
class IndicatorTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final IndicatorDefinition definition =
            ShippedIndicators.read().byId("sma-demand").orElseThrow();
    private final Observations observations = new Observations(List.of());
    private final Indicator indicator = new Indicator(definition, observations);
    private final List<Alert> alerts = new ArrayList<>();
    private Standing standing = Standing.initial(definition.hash(), NOON.minus(HOUR));

    @Test
    void firesOnTheSecondIndependentPublisher() {
        read("a", NOON);
        assertThat(transitions()).isEmpty();

        read("b", NOON.plus(HOUR));

        assertThat(transitions()).containsExactly(Transition.FIRED);
        Alert fired = alerts.get(0);
        assertThat(fired.observed()).isEqualTo(2);
        assertThat(fired.expected()).isEqualTo(2);
        assertThat(fired.items()).extracting(item -> item.itemId()).containsExactly("b", "a");
        assertThat(fired.reason().en()).contains("2 independent publishers within 24 hours");
        assertThat(fired.reason().ko()).contains("24시간").contains("2곳");
        assertThat(fired.window().to()).isEqualTo(NOON.plus(HOUR));
    }

    @Test
    void aThirdPublisherIsPartOfTheSameEpisode() {
        read("a", NOON);
        read("b", NOON.plus(HOUR));
        read("c", NOON.plus(HOUR.multipliedBy(2)));

        assertThat(transitions()).containsExactly(Transition.FIRED);
    }

    @Test
    void firesWhateverTheOrderOfReading() {
        read("b", NOON.plus(HOUR));
        read("a", NOON);

        assertThat(transitions()).containsExactly(Transition.FIRED);
    }

    @Test
    void doesNotCountTogetherWhatIsAWindowApart() {
        read("a", NOON);
        read("b", NOON.plus(HOUR.multipliedBy(24)));

        assertThat(transitions()).isEmpty();
        assertThat(state(NOON.plus(HOUR.multipliedBy(24))).reason().en())
                .startsWith("Does not hold: 1 independent publisher");
    }

    @Test
    void resolvesOneWindowAfterTheLastOneThatHeldAndFiresAnewAfterwards() {
        read("a", NOON);
        read("b", NOON.plus(HOUR));

        tick(NOON.plus(HOUR.multipliedBy(25)).minusMillis(1));
        assertThat(transitions()).containsExactly(Transition.FIRED);
        tick(NOON.plus(HOUR.multipliedBy(25)));
        assertThat(transitions()).containsExactly(Transition.FIRED, Transition.RESOLVED);

        read("c", NOON.plus(HOUR.multipliedBy(40)));
        read("d", NOON.plus(HOUR.multipliedBy(41)));
        assertThat(transitions()).containsExactly(Transition.FIRED, Transition.RESOLVED, Transition.FIRED);
        assertThat(alerts).extracting(Alert::episode).containsExactly(1, 1, 2);
        assertThat(alerts).extracting(Alert::id).doesNotHaveDuplicates();
    }

    @Test
    void anEpisodeOfAnIndicatorThatCountsFromOneAgainIsAnotherAlert() {
        read("a", NOON);
        read("b", NOON.plus(HOUR));
        standing = Standing.initial(definition.hash(), NOON.plus(HOUR.multipliedBy(30)));
        read("c", NOON.plus(HOUR.multipliedBy(40)));
        read("d", NOON.plus(HOUR.multipliedBy(41)));

        assertThat(alerts).extracting(Alert::episode).containsExactly(1, 1);
        assertThat(alerts).extracting(Alert::id).doesNotHaveDuplicates();
    }

    @Test
    void anEpisodeThatIsReadAgainAfterALossIsTheSameAlert() {
        read("a", NOON);
        read("b", NOON.plus(HOUR));
        observations.forgetBefore(NOON.plus(HOUR.multipliedBy(2)));
        standing = Standing.initial(definition.hash(), NOON);
        take(item("a", 1, NOON), NOON.plus(HOUR.multipliedBy(2)));
        take(item("b", 1, NOON.plus(HOUR)), NOON.plus(HOUR.multipliedBy(2)));

        assertThat(alerts).hasSize(2);
        assertThat(alerts).extracting(Alert::id).containsOnly(alerts.get(0).id());
    }

    @Test
    void aLateItemOfAnEpisodeThatIsOverDoesNotFireAgain() {
        read("a", NOON);
        read("b", NOON.plus(HOUR));
        tick(NOON.plus(HOUR.multipliedBy(26)));

        take(item("c", 1, NOON.plus(MINUTE)), NOON.plus(HOUR.multipliedBy(27)));

        assertThat(transitions()).containsExactly(Transition.FIRED, Transition.RESOLVED);
    }

    @Test
    void aBacklogAfterDowntimeStillFires() {
        Instant twoDaysOn = NOON.plus(Duration.ofDays(2));
        take(item("a", 1, NOON), twoDaysOn);
        take(item("b", 1, NOON.plus(HOUR)), twoDaysOn);
        tick(twoDaysOn);

        assertThat(transitions()).containsExactly(Transition.FIRED, Transition.RESOLVED);
    }

    @Test
    void theSameItemTwiceIsOneItem() {
        read("a", NOON);
        read("a", NOON);

        assertThat(transitions()).isEmpty();
    }

    @Test
    void aCorrectionThatTakesItBackResolves() {
        read("a", NOON);
        read("b", NOON.plus(HOUR));
        TaggedItem denied = taggedItem()
                .id("b")
                .version(2)
                .publisher("b", "b")
                .published(NOON.plus(HOUR))
                .tag("sma-renegotiation", Act.DENIAL)
                .build();
        take(denied, NOON.plus(HOUR.multipliedBy(2)));
        tick(NOON.plus(HOUR.multipliedBy(2)));

        assertThat(transitions()).containsExactly(Transition.FIRED, Transition.RESOLVED);
        assertThat(alerts.get(1).reason().en()).contains("correction");
    }

    @Test
    void anItemThatIsClassifiedAnewMayTakeItBack() {
        read("a", NOON);
        read("b", NOON.plus(HOUR));
        take(classifiedAnew(silent("b", NOON.plus(HOUR))), NOON.plus(HOUR.multipliedBy(2)));
        tick(NOON.plus(HOUR.multipliedBy(2)));

        assertThat(transitions()).containsExactly(Transition.FIRED, Transition.RESOLVED);
        assertThat(observations.within(NOON.minus(HOUR), NOON.plus(HOUR))).hasSize(1);
    }

    @Test
    void whatMayBeOfAnyAgeIsNoNews() {
        TaggedItem undated = taggedItem()
                .published(NOON)
                .publishedProvenance(DateProvenance.BACKLOG)
                .tag("sma-renegotiation", Act.DEMAND)
                .build();

        assertThat(Reading.of(undated, definition)).isEmpty();
    }

    @Test
    void newsThatSaysNothingIsNotEvenTold() {
        assertThat(Reading.of(silent("a", NOON), definition)).isEmpty();
    }

    @Test
    void anUnknownItemThatSaysNothingIsNotRemembered() {
        assertThat(observations.take(reading(classifiedAnew(silent("a", NOON)))))
                .isFalse();
        assertThat(observations.itemIds()).isEmpty();
    }

    @Test
    void anOlderVersionThatComesAfterwardsChangesNothing() {
        take(item("a", 2, NOON), NOON);

        assertThat(observations.take(reading(item("a", 1, NOON)))).isFalse();
    }

    @Test
    void anItemReadDaysAfterItsPublicationIsNoNews() {
        IndicatorDefinition strict = new IndicatorDefinition(
                definition.id(),
                definition.name(),
                definition.description(),
                definition.severity(),
                Duration.ofSeconds(59),
                definition.rule(),
                definition.hash());

        assertThat(Reading.of(item("a", 1, NOON), strict)).isEmpty();
        assertThat(Reading.of(item("a", 1, NOON), definition)).isPresent();
    }

    @Test
    void remembersNoLongerThanItCanMatter() {
        read("a", NOON);

        assertThat(observations.forgetBefore(NOON)).isEmpty();
        assertThat(observations.forgetBefore(NOON.plusMillis(1))).containsExactly("a");
        assertThat(observations.itemIds()).isEmpty();
    }

    @Test
    void aChangedDefinitionResolvesWhatTheOldOneFired() {
        read("a", NOON);
        read("b", NOON.plus(HOUR));

        Step step = Transitions.redefined((Standing.Firing) standing, "sha256:new", NOON.plus(HOUR));

        assertThat(step.transition().orElseThrow().reason().en()).contains("definition changed");
        assertThat(step.transition().orElseThrow().definition()).isEqualTo(definition.hash());
        assertThat(step.standing()).isInstanceOf(Standing.Watching.class);
        assertThat(step.standing().episode()).isEqualTo(1);
    }

    @Test
    void noTransitionIsNoticedBeforeTheOneBeforeItAlsoWhereTheClockIsBehind() {
        read("a", NOON);
        read("b", NOON.plus(HOUR));
        Instant behind = NOON.minus(HOUR.multipliedBy(3));

        Step resolved = Transitions.redefined((Standing.Firing) standing, definition.hash(), behind);
        assertThat(resolved.transition().orElseThrow().detectedAt()).isEqualTo(NOON.plus(HOUR));

        Standing.Watching watching = new Standing.Watching(definition.hash(), 1, NOON.plus(HOUR), "r", Instant.EPOCH);
        Step fired = indicator.onItem(watching, NOON.plus(HOUR), behind);
        assertThat(fired.transition().orElseThrow().detectedAt()).isEqualTo(NOON.plus(HOUR));
    }

    private void read(String id, Instant published) {
        take(item(id, 1, published), published);
    }

    private void take(TaggedItem item, Instant now) {
        Reading reading = reading(item);
        if (observations.take(reading) && reading.observation() != null) {
            follow(indicator.onItem(standing, reading.observation().at(), now));
        }
    }

    private void tick(Instant now) {
        follow(indicator.onClock(standing, now));
    }

    private void follow(Step step) {
        standing = step.standing();
        step.transition().ifPresent(alerts::add);
    }

    private Reading reading(TaggedItem item) {
        return Reading.of(item, definition).orElseThrow();
    }

    private List<Transition> transitions() {
        return alerts.stream().map(Alert::transition).toList();
    }

    private IndicatorState state(Instant now) {
        return indicator.state(standing, now);
    }

    private static TaggedItem item(String id, int version, Instant published) {
        return taggedItem()
                .id(id)
                .version(version)
                .publisher(id, id)
                .published(published)
                .tag("sma-renegotiation", Act.DEMAND)
                .build();
    }

    private static TaggedItem silent(String id, Instant published) {
        return taggedItem().id(id).publisher(id, id).published(published).build();
    }

    private static TaggedItem classifiedAnew(TaggedItem tagged) {
        return new TaggedItem(
                tagged.item(),
                tagged.language(),
                tagged.storyId(),
                tagged.tags(),
                tagged.actors(),
                tagged.quantities(),
                tagged.watches(),
                "sha256:mended",
                tagged.taggedAt().plus(HOUR));
    }
}
