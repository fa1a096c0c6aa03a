package org.bellwether.alert.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.testkit.Fixtures.NOON;
import static org.bellwether.testkit.Fixtures.taggedItem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bellwether.events.Act;
import org.bellwether.events.Quantity;
import org.bellwether.events.TaggedItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

    private static final Indicators SHIPPED = ShippedIndicators.read();

    @Test
    void shipsTheIndicatorsOfTheTaxonomy() {
        assertThat(SHIPPED.all())
                .extracting(IndicatorDefinition::id)
                .contains(
                        "sma-demand",
                        "sma-figure",
                        "usfk-below-floor",
                        "summit-official",
                        "summit-heat",
                        "bypass-pattern",
                        "leaflet-loudspeaker",
                        "nuclear-redline",
                        "freeze-deal",
                        "nk-russia-troops",
                        "decoupling-bundle",
                        "tariff-surge");
    }

    @ParameterizedTest
    @CsvSource({
        "demand,           sma-demand,          sma-renegotiation, true",
        "threat,           sma-demand,          sma-renegotiation, true",
        "denial,           sma-demand,          sma-renegotiation, false",
        "report,           sma-demand,          sma-renegotiation, false",
        "demand,           sma-demand,          usfk-troop-levels, false",
        "report,           summit-heat,         summit-signals,    true",
        "denial,           summit-heat,         summit-signals,    false",
        "official-action,  leaflet-loudspeaker, inter-korean,      true",
        "agreement,        nuclear-redline,     nuclear-submarines, true"
    })
    void countsWhatSpeaksToTheIndicator(String act, String indicator, String issue, boolean counts) {
        TaggedItem item = taggedItem().tag(issue, act(act)).build();

        assertThat(rule(indicator).observe(item).isPresent()).isEqualTo(counts);
    }

    @Test
    void neverCountsAnUncertainTag() {
        TaggedItem item = taggedItem().uncertainTag("summit-signals", Act.OFFER).build();

        assertThat(rule("summit-heat").observe(item)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sma-figure,       sma-renegotiation, MONEY,  5000000000,    USD,    demand, true",
        "sma-figure,       sma-renegotiation, MONEY,  2000000000,    USD,    report, true",
        "sma-figure,       sma-renegotiation, MONEY,  1130000000,    USD,    report, false",
        "sma-figure,       sma-renegotiation, MONEY,  14000000000000, KRW,   demand, true",
        "sma-figure,       sma-renegotiation, MONEY,  1520000000000, KRW,    report, false",
        "sma-figure,       sma-renegotiation, MONEY,  5000000000,    EUR,    demand, false",
        "sma-figure,       sma-renegotiation, MONEY,  5000000000,    USD,    denial, false",
        "usfk-below-floor, usfk-troop-levels, TROOPS, 22000,         people, report, true",
        "usfk-below-floor, usfk-troop-levels, TROOPS, 28500,         people, report, false",
        "usfk-below-floor, usfk-troop-levels, TROOPS, 4500,          people, report, false",
        "nk-russia-troops, nk-russia,         TROOPS, 11000,         people, report, true"
    })
    void weighsFiguresAgainstTheThreshold(
            String indicator, String issue, Quantity.Kind kind, String value, String unit, String act, boolean counts) {
        TaggedItem item = taggedItem()
                .tag(issue, act(act))
                .quantity(issue, kind, value, unit)
                .build();

        Optional<Observation> observation = rule(indicator).observe(item);

        assertThat(observation.isPresent()).isEqualTo(counts);
        observation.ifPresent(
                seen -> assertThat(satisfied(rule(indicator), List.of(seen))).isTrue());
    }

    @Test
    void aConvertedFigureIsToldAsReportedToo() {
        TaggedItem item = taggedItem()
                .tag("sma-renegotiation", Act.DEMAND)
                .quantity("sma-renegotiation", Quantity.Kind.MONEY, "14000000000000", "KRW")
                .build();
        Rule figure = rule("sma-figure");

        Finding finding = figure.judge(List.of(figure.observe(item).orElseThrow()));

        String reported = item.quantities().get(0).text();
        assertThat(finding.words().en())
                .startsWith("a figure of US$10.08 billion (" + reported + ") is reported, at least US$2 billion");
        assertThat(finding.words().ko()).contains("(" + reported + ") 보도");
    }

    @Test
    void aFigureAboutAnotherIssueDoesNotCount() {
        TaggedItem item = taggedItem()
                .tag("sma-renegotiation", Act.DEMAND)
                .quantity("tariffs-trade", Quantity.Kind.MONEY, "350000000000", "USD")
                .build();

        assertThat(rule("sma-figure").observe(item)).isEmpty();
    }

    @Test
    void publishersOfOneOwnerAndCopiesOfOneStoryCountOnce() {
        assertThat(voices("a:s1", "a:s2")).isEqualTo(1);
        assertThat(voices("a:s1", "b:s1", "c:s1")).isEqualTo(1);
        assertThat(voices("a:s1", "b:s2")).isEqualTo(2);
        assertThat(voices("a:s1", "a:s2", "b:s1")).isEqualTo(2);
        assertThat(voices("a:s1", "b:s1", "a:s2", "c:s2", "c:s3")).isEqualTo(3);
    }

    @Test
    void conditionsMustHoldTogether() {
        Rule bypass = rule("bypass-pattern");
        Observation first = observe(bypass, "a", "summit-signals");
        Observation second = observe(bypass, "b", "summit-signals");
        Observation excluded = observe(bypass, "c", "seoul-bypass");

        assertThat(satisfied(bypass, List.of(first, second))).isFalse();
        assertThat(satisfied(bypass, List.of(first, excluded))).isFalse();
        assertThat(satisfied(bypass, List.of(first, second, excluded))).isTrue();
        assertThat(bypass.judge(List.of(first, second)).words().en())
                .contains("Summit signals 2 of 2, Seoul bypassed 0 of 1");
        assertThat(bypass.judge(List.of(first, second)).words().ko()).contains("정상회담 신호 2곳(기준 2곳), 한국 배제 0곳(기준 1곳)");
    }

    @Test
    void anItemCountsNoLaterThanItWasRead() {
        TaggedItem item =
                taggedItem().published(NOON).tag("summit-signals", Act.REPORT).build();
        Duration ahead = Duration.between(item.item().fetched(), NOON);

        assertThat(ahead).isNegative();
        assertThat(rule("summit-heat").observe(item).orElseThrow().at()).isEqualTo(NOON);
    }

    /** Both ways of asking, which must agree. */
    private static boolean satisfied(Rule rule, List<Observation> inWindow) {
        boolean satisfied = rule.judge(inWindow).satisfied();
        assertThat(rule.holds(inWindow)).isEqualTo(satisfied);
        return satisfied;
    }

    private static int voices(String... ownersAndStories) {
        List<Observation> observations = List.of(ownersAndStories).stream()
                .map(pair -> pair.split(":"))
                .map(pair -> observe(rule("summit-heat"), pair[0] + pair[1], pair[0], pair[1], "summit-signals"))
                .toList();
        int voices = Independence.voices(observations);
        assertThat(Independence.reaches(voices, observations)).isTrue();
        assertThat(Independence.reaches(voices + 1, observations)).isFalse();
        return voices;
    }

    private static Observation observe(Rule rule, String id, String issue) {
        return observe(rule, id, id, "story-" + id, issue);
    }

    private static Observation observe(Rule rule, String id, String owner, String story, String issue) {
        return rule.observe(taggedItem()
                        .id(id)
                        .story(story)
                        .publisher(owner, owner)
                        .tag(issue, Act.REPORT)
                        .build())
                .orElseThrow();
    }

    private static Rule rule(String indicator) {
        return SHIPPED.byId(indicator).orElseThrow().rule();
    }

    private static Act act(String name) {
        return Act.valueOf(name.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
