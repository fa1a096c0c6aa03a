package org.bellwether.ingest.opml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.CatalogueEdits;
import org.bellwether.ingest.catalogue.CatalogueReader;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.catalogue.FeedReading;
import org.bellwether.ingest.catalogue.FeedRules;
import org.bellwether.ingest.catalogue.Stamp;
import org.bellwether.ingest.item.CanonicalUrl;
import org.bellwether.ingest.opml.OpmlImport.Added;
import org.bellwether.ingest.opml.OpmlImport.AlreadyThere;
import org.bellwether.ingest.opml.OpmlImport.NoFeed;
import org.bellwether.ingest.opml.OpmlImport.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpmlTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String EVERYTHING = """
            feeds:
              - id: wire
                name: "연합 & <뉴스> \\"속보\\""
                url: https://wire.example/rss?a=1&b=2
                language: ko
                kind: gov
                publisher: The Wire
                owner: wire-group
                country: KR
                zone: Asia/Seoul
                enabled: false
                reason: gone, since 'May'
                group: Wires, and / or more
                interval: PT5M
                fullText: true
                listing: {item: 'li > a[href]', title: h2, link: a, date: '.date', summary: p}
              - id: bare
                url: http://bare.example/
              - {id: other, name: Other, url: 'https://other.example/', group: 'Wires, and / or more'}
            """;

    @Test
    void whatIsWrittenIsReadAgainAsTheSameFeeds() throws Exception {
        Catalogue catalogue = CatalogueReader.read("mine.yaml", EVERYTHING, URI::toString);

        assertThat(feeds(OpmlReader.read(bytes(OpmlWriter.write(catalogue.entries(), NOON)))))
                .containsExactlyInAnyOrderElementsOf(catalogue.feeds());
    }

    @Test
    void theShippedCatalogueIsReadAgainAsItIs() throws Exception {
        try (var stream = OpmlTest.class.getResourceAsStream("/catalogue.yaml")) {
            Catalogue shipped = CatalogueReader.read(
                    "shipped", new String(stream.readAllBytes(), StandardCharsets.UTF_8), URI::toString);

            assertThat(feeds(OpmlReader.read(bytes(OpmlWriter.write(shipped.entries(), NOON)))))
                    .containsExactlyInAnyOrderElementsOf(shipped.feeds());
        }
    }

    @Test
    void otherReadersFindWhatTheyKnow() {
        String opml = OpmlWriter.write(
                CatalogueReader.read("mine.yaml", EVERYTHING, URI::toString).entries(), NOON);

        assertThat(opml)
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .contains(
                        "<opml version=\"2.0\"",
                        "<dateCreated>Fri, 20 Nov 2026 12:00:00 GMT</dateCreated>",
                        "<outline text=\"Wires, and / or more\">",
                        "type=\"rss\"",
                        "xmlUrl=\"https://wire.example/rss?a=1&amp;b=2\"",
                        "language=\"ko\"",
                        "category=\"/Wires  and   or more\"");
    }

    @Test
    void readsWhatOtherReadersWrite() throws Exception {
        List<Outline> outlines = read("""
                <?xml version="1.0" encoding="utf-8"?>
                <opml version="1.0"><head><title>Mine</title></head><body>
                <outline text="News"><outline title="Asia" text="ignored">
                <outline text="Post" type="rss" xmlUrl="feed://post.example/rss" htmlUrl="https://post.example/" language="en_US"/>
                <outline text="Paper" xmlurl="feed:https://paper.example/atom" category="/elsewhere"/>
                </outline></outline>
                <outline text="Lone" type="rss" xmlUrl=" https://lone.example/ " category="/Think/Tanks,other"/>
                <outline text="A note without a feed"/>
                </body></opml>
                """);

        assertThat(outlines)
                .extracting(
                        Outline::line,
                        outline -> outline.members().values().get("name"),
                        outline -> outline.members().values().get("url"),
                        outline -> outline.members().values().get("group"),
                        outline -> outline.members().values().get("language"))
                .containsExactly(
                        tuple(4, "Post", "http://post.example/rss", "News / Asia", "en-US"),
                        tuple(5, "Paper", "https://paper.example/atom", "News / Asia", null),
                        tuple(7, "Lone", "https://lone.example/", "Think / Tanks", null),
                        tuple(8, null, null, null, null));
        assertThat(outlines)
                .extracting(Outline::title, Outline::isFeed)
                .endsWith(tuple("A note without a feed", false));
    }

    @Test
    void readsTheEncodingThatIsDeclared() throws Exception {
        byte[] korean =
                "<?xml version=\"1.0\" encoding=\"EUC-KR\"?><opml><body><outline text=\"연합뉴스\" xmlUrl=\"https://a.example/\"/></body></opml>"
                        .getBytes(Charset.forName("EUC-KR"));

        assertThat(OpmlReader.read(korean)).extracting(Outline::title).containsExactly("연합뉴스");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                                        | 1 | not well-formed
            'just text'                                                               | 1 | not well-formed
            '<rss version="2.0"/>'                                                    | 1 | outermost element is <rss>
            '<opml><body><outline text="a"></body></opml>'                            | 1 | not well-formed
            '<!DOCTYPE opml [<!ENTITY a "b">]><opml/>'                                | 1 | document type
            '<!DOCTYPE opml SYSTEM "http://127.0.0.1:1/x.dtd"><opml/>'                | 1 | document type
            """)
    void tellsWhereItIsNoOpml(String document, int line, String reason) {
        MalformedOpmlException refused =
                catchThrowableOfType(MalformedOpmlException.class, () -> OpmlReader.read(bytes(document)));

        assertThat(refused.line()).isEqualTo(line);
        assertThat(refused).hasMessageContaining(reason);
    }

    @Test
    void tellsTheLineOfWhatIsNotWellFormed() {
        String document = "<opml>\n<body>\n<outline text=\"a & b\"/>\n</body></opml>";

        assertThat(catchThrowableOfType(MalformedOpmlException.class, () -> OpmlReader.read(bytes(document)))
                        .line())
                .isEqualTo(3);
    }

    @Test
    void outlinesWithinOutlinesEnd() {
        String deep = "<opml><body>" + "<outline text=\"x\">".repeat(100_000);

        assertThat(catchThrowableOfType(MalformedOpmlException.class, () -> OpmlReader.read(bytes(deep))))
                .hasMessageContaining("more than 50 deep");
    }

    @Test
    void whatIsNeitherFeedNorGroupIsToldInItsPlace() throws Exception {
        List<Outline> outlines = read("""
                <opml version="2.0"><body>
                <outline text="Group"><outline text="Page" type="link" url="https://page.example/"/>
                <outline text="Feed" xmlUrl="https://feed.example/"><outline text="Within"/></outline></outline>
                <outline text="Empty group"></outline>
                </body></opml>
                """);

        OpmlImport plan = OpmlImport.of(
                outlines, new Catalogue(List.of()), new CatalogueEdits(CanonicalUrl::identityOf), stamp());

        assertThat(plan.outcomes())
                .extracting(outcome -> outcome.outline().title(), Object::getClass)
                .containsExactly(
                        tuple("Page", NoFeed.class),
                        tuple("Feed", Added.class),
                        tuple("Within", NoFeed.class),
                        tuple("Empty group", NoFeed.class));
        assertThat(plan.changes()).hasSize(1);
    }

    @Test
    void addsWhatIsNewOnceAndTellsOfTheRest() throws Exception {
        Catalogue catalogue = CatalogueReader.read("mine.yaml", EVERYTHING, URI::toString);
        List<Outline> outlines = read("""
                <opml version="2.0" xmlns:b="https://bellwether.example/ns/opml"><body>
                <outline text="New" xmlUrl="https://new.example/rss"/>
                <outline text="Twice" xmlUrl="http://new.example/rss/?utm_source=x"/>
                <outline text="Known" xmlUrl="http://OTHER.example"/>
                <outline text="Same name as other" b:id="other" xmlUrl="https://different.example/"/>
                <outline text="New" xmlUrl="https://another.example/rss"/>
                <outline text="한국" xmlUrl="https://www.korea.example/rss"/>
                <outline text="Wrong" b:kind="blog" b:listing-title="h2" xmlUrl="ftp://wrong.example/"/>
                </body></opml>
                """);

        OpmlImport plan = OpmlImport.of(outlines, catalogue, new CatalogueEdits(CanonicalUrl::identityOf), stamp());

        assertThat(plan.outcomes())
                .extracting(Object::getClass)
                .containsExactly(
                        Added.class,
                        AlreadyThere.class,
                        AlreadyThere.class,
                        Refused.class,
                        Added.class,
                        Added.class,
                        Refused.class);
        assertThat(plan.changes()).extracting("feedId").containsExactly("new", "new-2", "korea-example");
        assertThat(((AlreadyThere) plan.outcomes().get(1)).feedId()).isEqualTo("new");
        assertThat(((AlreadyThere) plan.outcomes().get(2)).feedId()).isEqualTo("other");
        assertThat(((Refused) plan.outcomes().get(6)).reason())
                .contains(
                        "xmlUrl: \"ftp://wrong.example/\" is not", "kind: \"blog\" is not", "listing-item: is missing");
    }

    private static Stamp stamp() {
        return new Stamp(NOON, "admin");
    }

    private static List<Feed> feeds(List<Outline> outlines) {
        return outlines.stream()
                .map(outline -> ((FeedReading.Right) FeedRules.read(outline.members())).feed())
                .toList();
    }

    private static List<Outline> read(String document) throws MalformedOpmlException {
        return OpmlReader.read(bytes(document));
    }

    private static byte[] bytes(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }
}
