package org.bellwether.standalone.demo;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the shipped week promises to whoever watches it. */
class ShippedScriptTest {

    private static final Instant START = MovingClock.START;
    private static final Pattern BIG_SUM = Pattern.compile("\\$ ?\\d+ billion|\\d+억 ?달러");

    private final Script script = ScriptReader.shipped().read();
    private final Map<String, DemoFeed> feeds = script.feeds().stream().collect(toMap(DemoFeed::id, identity()));

    @Test
    void hasAtLeastFourteenFeedsOfEveryFormatAndEightOwners() {
        assertThat(script.feeds()).hasSizeGreaterThanOrEqualTo(14);
        assertThat(script.feeds().stream().map(feed -> feed.form().format())).contains(DemoFeed.Format.values());
        assertThat(script.feeds().stream().map(feed -> feed.outlet().owner()).collect(toSet()))
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(script.feeds().stream().map(feed -> feed.outlet().kind())).contains(DemoFeed.Kind.values());
    }

    @Test
    void tellsAtLeastOneHundredAndFortyItemsAboutHalfOfThemKorean() {
        long korean = script.items().stream()
                .filter(item -> feeds.get(item.feed()).outlet().language().equals(Locale.KOREAN))
                .count();

        assertThat(script.items()).hasSizeGreaterThanOrEqualTo(140);
        assertThat((double) korean / script.items().size()).isBetween(0.4, 0.6);
    }

    @Test
    void showsAboutSixtyItemsOfTheLastSevenDaysAtTheStart() {
        List<Instant> visible = moments(Duration.ofDays(-8), Duration.ZERO);

        assertThat(visible).hasSizeBetween(55, 80);
        assertThat(visible).allMatch(at -> at.isAfter(START.minus(Duration.ofDays(7))));
        assertThat(visible.stream()
                        .collect(groupingBy(at -> Duration.between(at, START).toDays(), counting())))
                .hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void tellsTheRestOverFourMinutesWithoutALongSilence() {
        List<Instant> coming = moments(Duration.ZERO, Duration.ofMinutes(5));

        assertThat(coming).hasSizeGreaterThanOrEqualTo(80);
        assertThat(coming.get(coming.size() - 1)).isBetween(START.plusSeconds(200), START.plusSeconds(260));
        for (int i = 1; i < coming.size(); i++) {
            assertThat(Duration.between(coming.get(i - 1), coming.get(i))).isLessThanOrEqualTo(Duration.ofSeconds(10));
        }
    }

    @Test
    void opensWithDemandsOnCostSharingByTwoOwnersAndAYearlySum() {
        assertThat(owners(0, 15, "방위비|cost of stationing")).contains("han-river-media", "meridian-newspapers");
        assertThat(owners(0, 45, "\\$5 billion a year|연 50억달러")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void namesNoLargeSumAndNoSmallerGarrisonBeforeTheStart() {
        assertThat(script.items())
                .filteredOn(item -> at(item).isBefore(START))
                .filteredOn(item -> text(item).matches("(?s).*(cost-sharing|방위비|U\\.S\\. Forces|주한미군).*"))
                .hasSizeGreaterThanOrEqualTo(8)
                .noneMatch(item -> BIG_SUM.matcher(text(item)).find())
                .noneMatch(item -> text(item).contains("22,000") || text(item).contains("2만2000"));
    }

    @Test
    void raisesEachStoryInItsTurn() {
        assertThat(owners(25, 40, "22,000|2만2000명")).hasSize(2);
        assertThat(owners(50, 80, "(?i)tariff|관세")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(owners(85, 132, "Kim Jong-un|김정은|Trump-Kim|북미")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(owners(110, 132, "통미봉남|bypassed")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(owners(145, 155, "대북전단 살포를 금지|ban on leaflet launches")).containsExactly("seoul-ministries");
        assertThat(owners(165, 200, "no plan to reduce|no meeting between|일정 없다"))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void syndicatesOneWireStoryToFivePapersOneOfThemInTheOwnersGroupOfAnother() {
        List<DemoItem> copies = script.items().stream()
                .filter(item -> item.copyOf().isPresent())
                .toList();

        assertThat(copies).hasSize(5);
        assertThat(copies.stream().map(item -> item.copyOf().orElseThrow())).containsOnly("sma-wire");
        assertThat(copies.stream().map(DemoItem::feed)).doesNotHaveDuplicates();
        assertThat(copies.stream()
                        .map(item -> feeds.get(item.feed()).outlet().owner())
                        .collect(toSet()))
                .hasSize(4);
        DemoItem original = script.items().stream()
                .filter(item -> item.key().equals("sma-wire"))
                .findFirst()
                .orElseThrow();
        assertThat(copies).allSatisfy(copy -> {
            assertThat(similarity(words(copy), words(original))).isBetween(0.7, 0.999);
        });
    }

    @Test
    void saysNothingTwiceButInCopiesAndCorrections() {
        assertThat(script.items().stream()
                        .filter(item -> item.copyOf().isEmpty())
                        .flatMap(item -> sentences(item).stream())
                        .collect(groupingBy(identity(), counting())))
                .allSatisfy((sentence, times) -> assertThat(times).as(sentence).isEqualTo(1));
    }

    @Test
    void givesNoTwoItemsTheSameKeyAndNoFeedMoreThanItHolds() {
        assertThat(script.items().stream().map(DemoItem::key)).doesNotHaveDuplicates();
        assertThat(script.items().stream().collect(groupingBy(DemoItem::feed, counting())))
                .allSatisfy((feed, items) -> assertThat(items).isLessThanOrEqualTo(Week.FEED_LENGTH));
    }

    @Test
    void carriesPlentyOfNewsThatOnlyLooksLikeOurs() {
        assertThat(owners(-10_000_000, 300, "조합원|spinal muscular atrophy|당뇨병 전단계|icebreaker|nuclear option|북미 시장"))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    private List<Instant> moments(Duration from, Duration to) {
        return script.items().stream()
                .map(ShippedScriptTest::at)
                .filter(at -> at.isAfter(START.plus(from)) && !at.isAfter(START.plus(to)))
                .sorted()
                .toList();
    }

    private Set<String> owners(long fromSecond, long toSecond, String pattern) {
        Pattern sought = Pattern.compile(pattern);
        return script.items().stream()
                .filter(item -> !at(item).isBefore(START.plusSeconds(fromSecond)))
                .filter(item -> !at(item).isAfter(START.plusSeconds(toSecond)))
                .filter(item -> sought.matcher(text(item)).find())
                .map(item -> feeds.get(item.feed()).outlet().owner())
                .collect(toSet());
    }

    private static Instant at(DemoItem item) {
        return item.first().at().from(START);
    }

    private static String text(DemoItem item) {
        return item.first().title() + "\n" + item.first().text();
    }

    private static List<String> sentences(DemoItem item) {
        return Stream.concat(
                        Stream.of(item.first().title()),
                        Arrays.stream(item.first().text().split("(?<=[.?!”])\\s+", -1)))
                .toList();
    }

    private static Set<String> words(DemoItem item) {
        return Arrays.stream(item.first().text().split("\\s+", -1)).collect(collectingAndThen(toSet(), Set::copyOf));
    }

    private static double similarity(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        return (double) common / (one.size() + other.size() - common);
    }
}
