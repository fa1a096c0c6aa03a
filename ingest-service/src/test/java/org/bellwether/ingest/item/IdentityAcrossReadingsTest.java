package org.bellwether.ingest.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.ingest.item.Entries.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bellwether.events.NewsItem;
import org.bellwether.ingest.OwnStore;
import org.bellwether.ingest.parse.ParsedEntry;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the entries of later readings are the items of earlier ones. */
class IdentityAcrossReadingsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(600);
    private static final String LONG =
            "The two sides met in Seoul on Friday and spoke about the cost of the alliance. ".repeat(4);

    @RegisterExtension
    static final OwnStore STORE = new OwnStore();

    private final String database = "items-" + UUID.randomUUID();
    private final Readings readings = new Readings(STORE.client().getDatabase(database));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # guid in one reading  | link in one reading               | guid in the next        | link in the next
            churned-1              | https://y.example/1               | churned-2               | https://y.example/1
            AKR1                   | https://y.example/1               | AKR1                    | https://y.example/1?page=x
            AKR1                   | https://y.example/1               | AKR1                    | https://y.example/new/path/1
            AKR1                   | -                                 | AKR1                    | https://y.example/1
            -                      | https://y.example/1               | AKR1                    | https://y.example/1
            AKR1                   | https://y.example/1               | -                       | https://y.example/1
            AKR1;jsessionid=A1     | -                                 | AKR1;jsessionid=B2      | -
            https://y.example/1    | https://y.example/r/1             | -                       | https://y.example/r/1
            https://y.example/1    | -                                 | http://y.example/1/     | -
            https://y.example/1#top| -                                 | https://y.example/1     | -
            https://y.example/?p=1 | https://y.example/1               | https://y.example/?p=1  | https://y.example/1-renamed
            a                      | https://m.y.example/1             | b                       | https://www.y.example/1
            a                      | https://www.y.example/1           | b                       | https://amp.y.example/1/amp
            -                      | https://www.y.example/1           | -                       | https://y.example/1/?fbclid=9
            -                      | https://y.example/1;jsessionid=A1 | -                       | https://y.example/1;jsessionid=B2
            """)
    void anEntryStaysTheItemItIs(String guid, String link, String nextGuid, String nextLink) {
        List<NewsItem> first = readings.read("y/news", NOON, entry(guid, link, "Title"));

        assertThat(readings.read("y/news", LATER, entry(nextGuid, nextLink, "Title")))
                .isEmpty();
        assertThat(readings.read("y/news", LATER, entry(nextGuid, nextLink, "Corrected")))
                .singleElement()
                .satisfies(next -> assertThat(next.id()).isEqualTo(first.get(0).id()))
                .satisfies(next -> assertThat(next.version()).isEqualTo(2));
    }

    @Test
    void thatALinkIsOfSeveralArticlesIsKnownForAsLongAsTheyStandInTheFeed() {
        String notices = "https://y.example/notices";
        Instant now = NOON;
        for (int day = 0; day < 200; day++) {
            readings.read("y/news", now, entry(null, notices, "One"), entry(null, notices, "Two"));
            readings.forget(now, "y/news");
            now = now.plus(Duration.ofDays(1));
        }
        readings.read("y/news", now, entry(null, notices, "Three"));

        assertThat(readings.read("y/news", now.plusSeconds(600), entry(null, notices, "Four")))
                .singleElement()
                .satisfies(next -> assertThat(next.version()).isEqualTo(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            12345                  | yna-20260927-001
            12345                  | 12345
            yna-20260927-001       | -
            -                      | 7
            https://y.example/1    | 7
            7                      | https://y.example/1
            """)
    void oneArticleInTwoFeedsOfOneOwnerIsOneItem(String guid, String otherGuid) {
        ParsedEntry one = entry(guid, "https://y.example/1", "Title", "text", NOON);
        ParsedEntry other = entry(otherGuid, "https://y.example/1?utm_source=biz", "Worded otherwise", "", NOON);

        assertThat(readings.read("y/news", NOON, one)).hasSize(1);
        assertThat(readings.read("y/biz", NOON, other)).isEmpty();
        assertThat(readings.read("y/news", LATER, one)).isEmpty();
        assertThat(readings.read("y/biz", LATER, other)).isEmpty();
    }

    @Test
    void theOtherFeedsGuidIsKnownThenWhateverItLinks() {
        readings.read("y/news", NOON, entry("12345", "https://y.example/1", "Title"));
        readings.read("y/biz", NOON, entry("b-1", "https://y.example/1", "Worded otherwise"));

        assertThat(readings.read("y/biz", LATER, entry("b-1", "https://y.example/biz/1", "Worded otherwise")))
                .isEmpty();
    }

    @Test
    void guidsOfTwoFeedsThatCountFromOneAreApart() {
        readings.read("y/news", NOON, entry("12345", null, "A"));

        assertThat(readings.read("y/biz", NOON, entry("12345", null, "B"))).hasSize(1);
    }

    @Test
    void aLongTextUnitesTheFeedsOfOneOwnerWhateverGuidAndLink() {
        ParsedEntry politics = entry("p-1", "https://y.example/politics/1", "Title", LONG, NOON);
        ParsedEntry world = entry("w-9", "https://y.example/world/1", "Title", LONG, NOON);

        assertThat(readings.read("y/politics", NOON, politics)).hasSize(1);
        assertThat(readings.read("y/world", NOON, world)).isEmpty();
        assertThat(readings.read("z/world", NOON, world)).hasSize(1);
    }

    @Test
    void theSameLongTextOnAnotherDayIsNews() {
        readings.read("y/news", NOON, entry("1", "https://y.example/1", "Daily press schedule", LONG, NOON));
        Instant tomorrow = NOON.plus(Duration.ofDays(1));

        assertThat(readings.read(
                        "y/news", tomorrow, entry("2", "https://y.example/2", "Daily press schedule", LONG, tomorrow)))
                .hasSize(1);
    }

    @Test
    void twoOwnersShareAnItemByItsAddressOnly() {
        readings.read("y/news", NOON, entry("1", "https://y.example/1", "Title", LONG, NOON));

        assertThat(readings.read("z/news", NOON, entry("1", "https://z.example/1", "Title", LONG, NOON)))
                .hasSize(1);
        assertThat(readings.read("q/news", NOON, entry("1", "https://y.example/1", "Title", LONG, NOON)))
                .isEmpty();
    }

    @Test
    void anEntryIsPublishedOnceWhateverCompanyItIsIn() {
        ParsedEntry first = entry(null, "https://y.example/ticker", "First");
        ParsedEntry second = entry(null, "https://y.example/ticker", "Second");

        assertThat(readings.read("y/news", NOON, first)).hasSize(1);
        assertThat(readings.read("y/news", NOON, first, second)).hasSize(1);
        assertThat(readings.read("y/news", NOON, second)).isEmpty();
        assertThat(readings.read("y/news", NOON, second, first)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            0 | https://y.example/
            0 | https://y.example/ticker
            0 | -
            - | https://y.example/
            - | https://y.example/ticker
            """)
    void whatSeveralOnceSharedTellsNothingAnyMore(String guid, String link) {
        readings.read("y/news", NOON, entry(guid, link, "First", "a", null), entry(guid, link, "Second", "b", null));

        assertThat(readings.read("y/news", LATER, entry(guid, link, "Third", "c", null)))
                .extracting(NewsItem::version)
                .containsExactly(1);
        assertThat(readings.read("y/news", LATER, entry(guid, link, "Second", "b", null)))
                .isEmpty();
    }

    @Test
    void sharedGuidsGiveWayToTheLink() {
        ParsedEntry first = entry("0", "https://y.example/1", "First");
        ParsedEntry second = entry("0", "https://y.example/2", "Second");

        assertThat(readings.read("y/news", NOON, first)).hasSize(1);
        assertThat(readings.read("y/news", NOON, second, first))
                .extracting(NewsItem::title)
                .containsExactly("Second");
        assertThat(readings.read("y/news", NOON, entry("0", "https://y.example/2", "Second, corrected")))
                .extracting(NewsItem::version)
                .containsExactly(2);
    }

    @Test
    void aPageThatShowsOneNoticeAtATimeLosesNone() {
        for (int n = 1; n <= 3; n++) {
            ParsedEntry notice =
                    entry("n-" + n, "https://y.example/notices", "Notice " + n, "Text " + n, NOON.plusSeconds(n));
            assertThat(readings.read("y/news", NOON, notice))
                    .extracting(NewsItem::version)
                    .containsExactly(1);
            assertThat(readings.read("y/news", LATER, notice)).isEmpty();
        }
    }

    @Test
    void anUnknownGuidOnAKnownLinkIsTheItemWhenItIsDatedAlike() {
        readings.read("y/news", NOON, entry("a", "https://y.example/1", "Title", "Text", NOON));

        assertThat(readings.read("y/news", LATER, entry("b", "https://y.example/1", "Other title", "Other text", NOON)))
                .extracting(NewsItem::version)
                .containsExactly(2);
    }

    @Test
    void fragmentsTellTheEntriesOfOnePageApart() {
        ParsedEntry one = entry(null, "https://m.example/press#n1", "One");
        ParsedEntry two = entry(null, "https://m.example/press#n2", "Two");
        readings.read("m/press", NOON, one, two);

        assertThat(readings.read("m/press", LATER, entry(null, "https://m.example/press#n2", "Two, corrected")))
                .extracting(NewsItem::version)
                .containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            AKR1                | https://y.example/1 | a3e1
            https://y.example/1 | https://y.example/1 | url
            -                   | https://m.y.example/1 | url
            """)
    void whatAnEarlierReleaseRememberedStaysUnderItsId(String guid, String link) {
        Identity before = guid == null || guid.startsWith("https:")
                ? Identity.of(Identity.Basis.URL, guid == null ? "m.y.example/1" : "y.example/1")
                : Identity.of(Identity.Basis.GUID, "y/news|" + guid);
        STORE.client()
                .getDatabase(database)
                .getCollection("seen_items")
                .insertOne(new Document("_id", before.id())
                        .append("feed", "y/news")
                        .append("version", 3)
                        .append("hash", ContentHash.of("Title", "text"))
                        .append("published", Date.from(NOON))
                        .append("backlog", false)
                        .append("standsInFor", List.of())
                        .append("lastSeen", Date.from(NOON)));

        assertThat(readings.read("y/news", NOON, entry(guid, link, "Title"))).isEmpty();
        assertThat(readings.read("y/news", NOON, entry(guid, link, "Corrected")))
                .singleElement()
                .satisfies(next -> {
                    assertThat(next.id()).isEqualTo(before.id());
                    assertThat(next.version()).isEqualTo(4);
                    assertThat(next.changed()).isNull();
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            g-1 | https://y.example/1 | g-1 | https://y.example/1
            g-1 | https://y.example/1 | g-2 | https://y.example/1
            g-1 | https://y.example/1 | g-1 | https://y.example/moved/1
            -   | -                   | -   | -
            """)
    void afterACrashItIsTheSameVersionOfTheSameItemAgain(String guid, String link, String nextGuid, String nextLink) {
        List<NewsItem> lost = readings.readAndEnd("y/news", NOON, entry(guid, link, "Title"));
        List<NewsItem> again = readings.read("y/news", LATER, entry(nextGuid, nextLink, "Title"));

        assertThat(again).extracting(NewsItem::id).containsExactly(lost.get(0).id());
        assertThat(again).extracting(NewsItem::version).containsExactly(1);
        assertThat(readings.read("y/news", LATER, entry(nextGuid, nextLink, "Title")))
                .isEmpty();
    }

    @Test
    void afterACrashTheNextVersionComesAgainWithWhatChanged() {
        readings.read("y/news", NOON, entry("g-1", "https://y.example/1", "Title"));
        readings.readAndEnd("y/news", NOON, entry("g-1", "https://y.example/1", "Corrected"));

        assertThat(readings.read("y/news", LATER, entry("g-1", "https://y.example/moved", "Corrected")))
                .singleElement()
                .satisfies(again -> assertThat(again.version()).isEqualTo(2))
                .satisfies(again -> assertThat(again.changed()).hasSize(1));
    }

    @Test
    void keysLastAsLongAsTheirItems() {
        ParsedEntry entry = entry("g-1", "https://y.example/1", "Title");
        readings.read("y/news", NOON, entry);
        readings.read("y/news", NOON.plus(Duration.ofDays(60)), entry);
        readings.forget(NOON.plus(Duration.ofDays(120)), "y/news");

        assertThat(readings.read(
                        "y/news", NOON.plus(Duration.ofDays(60)), entry("g-1", "https://y.example/2", "Title")))
                .isEmpty();

        readings.forget(NOON.plus(Duration.ofDays(180)), "y/news");

        assertThat(STORE.client()
                        .getDatabase(database)
                        .getCollection("item_keys")
                        .countDocuments())
                .isZero();
    }

    @Test
    void whatAFeedThatIsNotReadHadIsRememberedLonger() {
        ParsedEntry entry = entry("g-1", "https://y.example/1", "Title");
        readings.read("y/news", NOON, entry);
        readings.read("y/world", NOON, entry("g-2", "https://y.example/2", "Another"));
        readings.forget(NOON.plus(Duration.ofDays(120)), "y/world");

        assertThat(readings.read(
                        "y/news", NOON.plus(Duration.ofDays(121)), entry("g-1", "https://y.example/moved", "Title")))
                .isEmpty();
        assertThat(readings.read(
                        "y/world", NOON.plus(Duration.ofDays(121)), entry("g-2", "https://y.example/2", "Another")))
                .hasSize(1);

        readings.forget(NOON.plus(Duration.ofDays(121 + 361)));

        assertThat(STORE.client()
                        .getDatabase(database)
                        .getCollection("seen_items")
                        .countDocuments())
                .isZero();
    }
}
