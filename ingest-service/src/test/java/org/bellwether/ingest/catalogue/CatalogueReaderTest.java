package org.bellwether.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.bellwether.events.Publisher;
import org.bellwether.events.SourceKind;
import org.bellwether.ingest.item.CanonicalUrl;
import org.bellwether.settings.Fault;
import org.bellwether.settings.RefusedFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReaderTest {

    @Test
    void readsEveryMember() {
        Feed feed = valid("""
                feeds:
                  - id: yonhap
                    name: "연합뉴스"
                    url: https://www.yna.co.kr/rss/news.xml
                    language: ko
                    kind: gov
                    publisher: Yonhap News Agency
                    owner: yonhap-group
                    country: KR
                    zone: Asia/Seoul
                    enabled: false
                    reason: closed
                    group: wires
                    interval: PT1S
                """).get(0);

        assertThat(feed.name()).isEqualTo("연합뉴스");
        assertThat(feed.publisher())
                .isEqualTo(new Publisher("Yonhap News Agency", "yonhap-group", SourceKind.GOVERNMENT, "KR"));
        assertThat(feed.zone()).isEqualTo(ZoneId.of("Asia/Seoul"));
        assertThat(feed.enabled()).isFalse();
        assertThat(feed.reason()).isEqualTo("closed");
        assertThat(feed.group()).isEqualTo("wires");
        assertThat(feed.intervalOr(Duration.ofMinutes(10))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void idAndUrlAreEnough() {
        Feed feed = valid("feeds: [{id: a, url: 'http://a.example/rss'}]").get(0);

        assertThat(feed.publisher()).isEqualTo(new Publisher("a", "a", SourceKind.NEWS, "ZZ"));
        assertThat(feed.language()).isEqualTo("und");
        assertThat(feed.zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(feed.enabled()).isTrue();
        assertThat(feed.intervalOr(Duration.ofMinutes(10))).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void addressesMayBeWrittenAsBrowsersTakeThem() {
        List<Feed> feeds = valid("""
                feeds:
                  - {id: a, url: 'http://한국.kr/rss'}
                  - {id: b, url: 'https://user_name.example.com/rss'}
                  - {id: c, url: 'http://a.kr/[글]/list.do?a=[1]&b=|x|'}
                """);

        assertThat(feeds)
                .extracting(feed -> feed.url().toString())
                .containsExactly(
                        "http://xn--3e0b707e.kr/rss",
                        "https://user_name.example.com/rss",
                        "http://a.kr/%5B%EA%B8%80%5D/list.do?a=[1]&b=%7Cx%7C");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id: Ab               | feeds[0].id       | is not lower-case letters
            url: ftp://x/y       | feeds[0].url      | is not an absolute http or https URL
            url: 'http://a b/'   | feeds[0].url      | is not a URL
            url: 'http://a:b@c/' | feeds[0].url      | "http://…@c/" carries a user name or password
            language: korean_x   | feeds[0].language | is not a BCP 47 language tag
            kind: blog           | feeds[0].kind     | is not one of news, gov, thinktank
            country: Korea       | feeds[0].country  | is not an ISO 3166-1
            zone: Asia/Soul      | feeds[0].zone     | is not a time zone
            enabled: maybe       | feeds[0].enabled  | is neither true nor false
            interval: 10 minutes | feeds[0].interval | is not an ISO 8601 duration
            interval: PT0S       | feeds[0].interval | is not between
            name:                | feeds[0].name     | is empty
            name: [a, b]         | feeds[0].name     | must be a single value
            colour: red          | feeds[0].colour   | is not known
            """)
    void tellsWhatIsWrongWithAMember(String member, String path, String reason) {
        String id = member.startsWith("id") ? "" : "    id: a\n";
        String url = member.startsWith("url") ? "" : "    url: https://a.example/\n";

        List<Fault> faults = faults("feeds:\n  - " + member + "\n" + id + url);

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.path()).isEqualTo(path);
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.reason()).contains(reason);
        });
    }

    @Test
    void readsWhatIsWantedBeyondTheFeed() {
        Feed feed = valid("""
                feeds:
                  - id: a
                    url: https://a.example/news
                    fullText: true
                    listing: {item: 'ul.news > li', title: h3, link: 'a[href]', date: time, summary: p}
                """).get(0);

        assertThat(feed.fullText()).isTrue();
        assertThat(feed.listing()).isEqualTo(new Listing("ul.news > li", "h3", "a[href]", "time", "p"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fullText: maybe                   | feeds[0].fullText      | is neither true nor false
            listing: li                       | feeds[0].listing       | must have members
            listing: {title: h2}              | feeds[0].listing.item  | is missing
            'listing: {item: li, colour: b}'  | feeds[0].listing.colour | is not known
            'listing: {item: "li[", date: p}' | feeds[0].listing.item  | "li[" is no CSS selector
            'listing: {item: li, date: ">>"}' | feeds[0].listing.date  | is no CSS selector
            """)
    void tellsWhatIsWrongWithAListing(String member, String path, String reason) {
        assertThat(faults("feeds:\n  - id: a\n    url: https://a.example/\n    " + member))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.path()).isEqualTo(path);
                    assertThat(fault.line()).isEqualTo(4);
                    assertThat(fault.reason()).contains(reason);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'feeds: ['                   | file     | is not YAML
            'just words'                 | file     | must hold a list under feeds
            ''                           | file     | is empty
            'feeds: []'                  | feeds    | at least one feed
            'other: 1'                   | other    | is not known
            'feeds: [text]'              | feeds[0] | must be a feed
            """)
    void tellsWhatIsWrongWithTheFile(String yaml, String path, String reason) {
        assertThat(faults(yaml)).anySatisfy(fault -> {
            assertThat(fault.path()).isEqualTo(path);
            assertThat(fault.reason()).contains(reason);
        });
    }

    @Test
    void tellsAllFaultsAtOnceEachWithItsLine() {
        List<Fault> faults = faults("""
                feeds:
                  - id: a
                    url: https://a.example/
                    zone: Nowhere
                  - id: a
                    url: https://b.example/
                  - name: c
                """);

        assertThat(faults)
                .extracting(Fault::toString)
                .anyMatch(text -> text.startsWith("mine.yaml, line 4, feeds[0].zone: \"Nowhere\" is not a time zone"))
                .anyMatch(text ->
                        text.equals("mine.yaml, line 5, feeds[1].id: \"a\" is already the id of the feed in line 2"))
                .anyMatch(text -> text.equals("mine.yaml, line 7, feeds[2].id: is missing"))
                .anyMatch(text -> text.equals("mine.yaml, line 7, feeds[2].url: is missing"))
                .hasSize(4);
    }

    @Test
    void oneAddressIsOneFeedHoweverItIsSpelt() {
        List<Fault> faults = faults("""
                feeds:
                  - id: a
                    url: https://post.example/rss
                  - id: b
                    url: http://POST.example:80/rss/?utm_source=x
                  - id: c
                    url: https://post.example/other
                """);

        assertThat(faults)
                .extracting(Fault::toString)
                .containsExactly(
                        "mine.yaml, line 5, feeds[1].url: is read already as the feed \"a\" in line 2, however it is"
                                + " spelt; one address is one feed");
    }

    @Test
    void theShippedCatalogueIsRightAndKeepsDeadFeedsWithTheReason() throws IOException {
        try (InputStream stream = CatalogueReader.class.getResourceAsStream("/catalogue.yaml")) {
            List<Feed> feeds = valid(new String(stream.readAllBytes(), StandardCharsets.UTF_8));

            assertThat(feeds).hasSize(100);
            assertThat(feeds).filteredOn(feed -> !feed.enabled()).hasSize(7).allMatch(feed -> feed.reason() != null);
            assertThat(feeds)
                    .filteredOn(feed -> feed.publisher().name().startsWith("Yonhap"))
                    .hasSize(7)
                    .allMatch(feed -> feed.publisher().owner().equals("yonhap"));
        }
    }

    private static List<Feed> valid(String yaml) {
        return CatalogueReader.read("mine.yaml", yaml, CanonicalUrl::identityOf).feeds();
    }

    private static List<Fault> faults(String yaml) {
        return catchThrowableOfType(
                        RefusedFileException.class,
                        () -> CatalogueReader.read("mine.yaml", yaml, CanonicalUrl::identityOf))
                .faults();
    }
}
