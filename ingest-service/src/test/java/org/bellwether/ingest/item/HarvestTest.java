package org.bellwether.ingest.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.ingest.item.Entries.entry;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.events.DateProvenance;
import org.bellwether.events.NewsItem;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.parse.FeedInfo;
import org.bellwether.ingest.parse.ParsedEntry;
import org.junit.jupiter.api.Test;

class HarvestTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final FeedInfo INFO = new FeedInfo("Feed", "https://y.example/", null, null, null, null, null);

    @Test
    void whatWasNotSeenIsPublishedAndRemembered() {
        Harvest harvest = harvest("a", NOON, Map.of(), entry("1", "https://y.example/1?utm_source=x", "Title"));

        assertThat(harvest.items()).singleElement().satisfies(item -> {
            assertThat(item.version()).isEqualTo(1);
            assertThat(item.url()).isEqualTo("https://y.example/1");
            assertThat(item.language()).isEqualTo("ko");
            assertThat(item.fetched()).isEqualTo(NOON);
        });
        assertThat(harvest.seen())
                .extracting(SeenItem::id)
                .containsExactly(harvest.items().get(0).id());
    }

    @Test
    void whatReadsTheSameIsNotPublishedAgain() {
        Harvest first = harvest("a", NOON, Map.of(), entry("1", null, "Title", "some text", null));
        Harvest second = harvest("a", NOON, remembered(first), entry("1", null, " Title ", "some\n text\u200b", null));

        assertThat(second.items()).isEmpty();
        assertThat(second.seen()).isEmpty();
    }

    @Test
    void aChangedTitleIsTheNextVersionOfTheSameItem() {
        Harvest first = harvest("a", NOON, Map.of(), entry("1", null, "Before"));
        Harvest second = harvest("a", NOON.plusSeconds(60), remembered(first), entry("1", null, "After"));

        assertThat(second.items()).singleElement().satisfies(item -> {
            assertThat(item.id()).isEqualTo(first.items().get(0).id());
            assertThat(item.version()).isEqualTo(2);
        });
    }

    @Test
    void aVersionOfWhichNobodyKnowsWhetherItWasPublishedIsPublishedAgainAsTheSame() {
        Harvest unsure = harvest("a", NOON, Map.of(), entry("1", null, "Before"));
        Map<String, SeenItem> announced = byId(unsure.announced());

        assertThat(harvest("a", NOON, announced, entry("1", null, "Before")).items())
                .extracting(NewsItem::version)
                .containsExactly(1);
    }

    @Test
    void aDateReckonedFromTheFirstReadingStaysThroughItsVersions() {
        Harvest first = harvest("a", NOON, Map.of(), reckoned("Before", NOON.minus(Duration.ofHours(2))));
        Instant later = NOON.plus(Duration.ofDays(40));
        Harvest second = harvest("a", later, remembered(first), reckoned("After", NOON.minus(Duration.ofDays(12))));

        assertThat(second.items()).singleElement().satisfies(item -> {
            assertThat(item.version()).isEqualTo(2);
            assertThat(item.published()).isEqualTo(NOON.minus(Duration.ofHours(2)));
            assertThat(item.publishedProvenance()).isEqualTo(DateProvenance.INFERRED);
        });
        assertThat(second.seen()).extracting(SeenItem::published).containsExactly(NOON.minus(Duration.ofHours(2)));
    }

    @Test
    void theTimeOfReadingThatStandsInForADateAheadStaysThroughItsVersions() {
        Harvest first = harvest("a", NOON, Map.of(), ahead("Before", NOON));
        Harvest second = harvest("a", NOON.plusSeconds(60), remembered(first), ahead("After", NOON.plusSeconds(60)));

        assertThat(first.items()).extracting(NewsItem::publishedProvenance).containsExactly(DateProvenance.FIRST_SEEN);
        assertThat(second.items()).extracting(NewsItem::published).containsExactly(NOON);
    }

    private static ParsedEntry ahead(String title, Instant read) {
        return new ParsedEntry("1", title, null, null, null, null, read, DateProvenance.FIRST_SEEN, null, null, "text");
    }

    @Test
    void andOneThatWasCorrectedMeanwhileIsTheNext() {
        Harvest unsure = harvest("a", NOON, Map.of(), entry("1", null, "Before"));
        Harvest next = harvest("a", NOON, byId(unsure.announced()), entry("1", null, "After"));

        assertThat(next.items()).extracting(NewsItem::version).containsExactly(2);
        assertThat(harvest("a", NOON, byId(next.seen()), entry("1", null, "After"))
                        .items())
                .isEmpty();
    }

    @Test
    void anotherFeedMayNotCorrectIt() {
        Harvest first = harvest("a", NOON, Map.of(), entry(null, "https://y.example/1", "Before"));

        assertThat(harvest("b", NOON, remembered(first), entry(null, "https://y.example/1", "After"))
                        .items())
                .isEmpty();
    }

    @Test
    void aLargeOneIsHandedOnInParts() {
        Harvest old = harvest("a", NOON, Map.of(), entry("0", null, "Long there"));
        Harvest all = harvest(
                "a",
                NOON.plus(Duration.ofDays(2)),
                remembered(old),
                entry("0", null, "Long there"),
                entry("1", null, "One"),
                entry("2", null, "Two"),
                entry("3", null, "Three"));

        List<Harvest> parts = all.parts(2);

        assertThat(parts).extracting(part -> part.items().size()).containsExactly(2, 1, 0);
        assertThat(parts).extracting(part -> part.seen().size()).containsExactly(2, 1, 1);
        assertThat(parts.stream().flatMap(part -> part.items().stream())).containsExactlyElementsOf(all.items());
        assertThat(parts.get(1).seen().get(0).id())
                .isEqualTo(parts.get(1).items().get(0).id());
    }

    @Test
    void whatStoodUndatedInAFeedBeforeItWasFirstReadMayBeOfAnyAge() {
        Harvest first = harvest("a", NOON, Map.of(), entry("1", null, "Old or new"));
        Harvest second = harvest("a", NOON.plusSeconds(60), remembered(first), entry("2", null, "New"));

        assertThat(first.items()).extracting(NewsItem::publishedProvenance).containsExactly(DateProvenance.BACKLOG);
        assertThat(second.items()).extracting(NewsItem::publishedProvenance).containsExactly(DateProvenance.FIRST_SEEN);
    }

    @Test
    void withoutADateTheTimeItWasFirstSeenAndThatItIsBacklogStayThroughVersions() {
        Harvest first = harvest("a", NOON, Map.of(), entry("1", null, "Before"));
        NewsItem corrected = harvest("a", NOON.plusSeconds(60), remembered(first), entry("1", null, "After"))
                .items()
                .get(0);

        assertThat(corrected.published()).isEqualTo(NOON);
        assertThat(corrected.publishedProvenance()).isEqualTo(DateProvenance.BACKLOG);
    }

    @Test
    void whatStaysInItsFeedIsRememberedAnewOnceADay() {
        ParsedEntry entry = entry("1", null, "Title");
        Map<String, SeenItem> seen = remembered(harvest("a", NOON, Map.of(), entry));

        assertThat(harvest("a", NOON.plus(Duration.ofHours(23)), seen, entry).seen())
                .isEmpty();
        assertThat(harvest("a", NOON.plus(Duration.ofHours(25)), seen, entry).seen())
                .extracting(SeenItem::version)
                .containsExactly(1);
    }

    @Test
    void anEntryThatSaysNothingIsNoItem() {
        assertThat(harvest("a", NOON, Map.of(), entry("1", null, " ", "", null)).items())
                .isEmpty();
    }

    @Test
    void whatWouldNotFitIntoARecordIsCutBetweenCharacters() {
        NewsItem item = harvest("a", NOON, Map.of(), entry("1", null, "t", "😀".repeat(60_000) + "x", null))
                .items()
                .get(0);

        assertThat(item.text()).hasSize(100_000).endsWith("😀");
    }

    @Test
    void aLinkOrLanguageTooLongToBeOneGivesWayToTheFeeds() {
        ParsedEntry plain = entry("1", "https://y.example/" + "a".repeat(1_000_000), "Title");
        ParsedEntry longWinded = new ParsedEntry(
                plain.id(),
                plain.title(),
                plain.link(),
                null,
                null,
                null,
                null,
                plain.publishedProvenance(),
                null,
                "x".repeat(1_000_000),
                plain.text());

        NewsItem item = harvest("a", NOON, Map.of(), longWinded).items().get(0);

        assertThat(item.url()).isEqualTo("https://y.example/");
        assertThat(item.language()).isEqualTo("ko");
    }

    @Test
    void whatCouldNotBePublishedIsNotRemembered() {
        Harvest harvest = harvest("a", NOON, Map.of(), entry("1", null, "One"), entry("2", null, "Two"));
        String refused = harvest.items().get(0).id();

        assertThat(harvest.seenBut(Set.of(refused)))
                .extracting(SeenItem::id)
                .containsExactly(harvest.items().get(1).id());
    }

    private static ParsedEntry reckoned(String title, Instant published) {
        return new ParsedEntry(
                "1", title, null, null, null, null, published, DateProvenance.INFERRED, null, null, "text");
    }

    private static Harvest harvest(String feedId, Instant now, Map<String, SeenItem> seen, ParsedEntry... entries) {
        Publisher publisher = new Publisher("Yonhap", "yonhap", SourceKind.NEWS, "KR");
        Feed feed = new Feed(
                feedId,
                "F",
                URI.create("https://y.example/rss"),
                "ko",
                publisher,
                ZoneOffset.UTC,
                true,
                null,
                null,
                null);
        Recollection known = new Recollection(seen, Map.of());
        FeedReading reading = new FeedReading(now, seen.isEmpty());
        return Harvest.of(
                feed,
                INFO,
                Recognition.recognised(ItemIdentity.assign(feedId, "yonhap", List.of(entries), now), known, reading),
                known,
                reading);
    }

    private static Map<String, SeenItem> remembered(Harvest harvest) {
        return byId(harvest.seen());
    }

    private static Map<String, SeenItem> byId(List<SeenItem> items) {
        return items.stream().collect(Collectors.toMap(SeenItem::id, seen -> seen));
    }
}
