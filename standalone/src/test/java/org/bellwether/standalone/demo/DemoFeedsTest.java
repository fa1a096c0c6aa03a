package org.bellwether.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bellwether.embedded.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class DemoFeedsTest {

    private static final String CORRECTED_ID = "tag:lakeshore-post.example,2026:sma-adviser-figure";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final MovingClock clock = new MovingClock();
    private final DemoFeeds demo = DemoFeeds.start(Address.free(), clock);

    @AfterEach
    void close() {
        demo.close();
    }

    @Test
    void everyFeedButTheDamagedAndTheFailingIsWellFormedAndHasItems() throws Exception {
        clock.standAt(Duration.ofMinutes(5));
        for (DemoFeed feed : ScriptReader.shipped().read().feeds()) {
            if (feed.form().damaged() || feed.manner().fails()) {
                continue;
            }
            Document document = parsed(get(feed.path()));
            int items = document.getElementsByTagName("item").getLength()
                    + document.getElementsByTagName("entry").getLength();
            assertThat(items).as(feed.id()).isPositive();
        }
    }

    @Test
    void servesTheFormatsAsTheirSpecificationsNameThem() throws Exception {
        assertThat(parsed(get("/feeds/han-river-daily.xml"))
                        .getElementsByTagName("content:encoded")
                        .item(0)
                        .getTextContent())
                .startsWith("<p>");
        assertThat(parsed(get("/feeds/peninsula-monitor.xml"))
                        .getDocumentElement()
                        .getNamespaceURI())
                .isEqualTo("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        assertThat(parsed(get("/feeds/harbor-tribune.xml")).getDocumentElement().getAttribute("version"))
                .isEqualTo("0.91");
        assertThat(parsed(get("/feeds/hanbada-institute.xml"))
                        .getElementsByTagNameNS("http://www.w3.org/1999/xhtml", "p")
                        .getLength())
                .isPositive();
        assertThat(contentType(get("/feeds/tidewater-ledger.xml"))).isEqualTo("application/atom+xml; charset=UTF-8");
    }

    @Test
    void servesTheKoreanCharsetInBytesDeclarationAndHeader() throws Exception {
        HttpResponse<byte[]> response = get("/feeds/namsan-shinmun.xml");
        String text = new String(response.body(), Charset.forName("EUC-KR"));

        assertThat(contentType(response)).isEqualTo("application/rss+xml; charset=EUC-KR");
        assertThat(text).contains("encoding=\"EUC-KR\"").contains("서해 중국 구조물 1기 이동");
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).doesNotContain("구조물");
        assertThat(titles(response)).anyMatch(title -> title.contains("구조물"));
    }

    @Test
    void damagesOneFeedSoThatNoXmlParserLikesItButAPersonCanReadIt() throws Exception {
        clock.standAt(Duration.ofMinutes(5));
        HttpResponse<byte[]> response = get("/feeds/dongbaek-economy.xml");

        assertThatThrownBy(() -> parsed(response)).isInstanceOf(org.xml.sax.SAXParseException.class);
        assertThat(text(response)).contains("R&D").contains("&middot;").endsWith("</channel></rss>");
    }

    @Test
    void writesDatesWithoutAZoneInSeoulTime() throws Exception {
        clock.standAt(Duration.ofSeconds(149));
        String newest = parsed(get("/feeds/ministry-desk.xml"))
                .getElementsByTagName("pubDate")
                .item(0)
                .getTextContent();

        assertThat(LocalDateTime.parse(newest, DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")))
                .isEqualTo("2026-03-04T11:02:28");
    }

    @Test
    void revealsAnItemAtItsMomentAndNotBefore() throws Exception {
        clock.standAt(Duration.ofSeconds(7));
        List<String> before = titles(get("/feeds/capital-courier.xml"));
        clock.standAt(Duration.ofSeconds(8));
        List<String> after = titles(get("/feeds/capital-courier.xml"));

        assertThat(after).hasSize(before.size() + 1).containsAll(before);
        assertThat(after).anyMatch(title -> title.startsWith("White House demands $5 billion a year"));
    }

    @Test
    void correctsAStoryUnderTheSameIdentity() throws Exception {
        clock.standAt(Duration.ofSeconds(184));
        String before = titleOf(CORRECTED_ID);
        clock.standAt(Duration.ofSeconds(185));
        String after = titleOf(CORRECTED_ID);

        assertThat(before).isEqualTo("Adviser: Seoul should pay $6 billion for its defense");
        assertThat(after).isEqualTo("CORRECTED: Adviser: Seoul should pay $5 billion for its defense");
        assertThat(text(get("/articles/sma-adviser-figure"))).contains(" · corrected ");
    }

    @Test
    void answersNotModifiedUntilSomethingAppears() throws Exception {
        HttpResponse<byte[]> first = get("/feeds/capital-courier.xml");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        String modified = first.headers().firstValue("Last-Modified").orElseThrow();

        HttpResponse<byte[]> byTag = get("/feeds/capital-courier.xml", "If-None-Match", "\"other\", W/" + etag);
        HttpResponse<byte[]> byDate = get("/feeds/capital-courier.xml", "If-Modified-Since", modified);
        clock.standAt(Duration.ofSeconds(8));

        assertThat(byTag.statusCode()).isEqualTo(304);
        assertThat(byTag.body()).isEmpty();
        assertThat(byDate.statusCode()).isEqualTo(304);
        assertThat(get("/feeds/capital-courier.xml", "If-None-Match", etag).statusCode())
                .isEqualTo(200);
        assertThat(get("/feeds/capital-courier.xml", "If-Modified-Since", modified)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void readsNoDateWhereThereIsATagAndIgnoresADateItCannotRead() throws Exception {
        String modified = get("/feeds/capital-courier.xml")
                .headers()
                .firstValue("Last-Modified")
                .orElseThrow();

        HttpResponse<byte[]> both =
                get("/feeds/capital-courier.xml", "If-None-Match", "\"stale\"", "If-Modified-Since", modified);

        assertThat(both.statusCode()).isEqualTo(200);
        assertThat(get("/feeds/capital-courier.xml", "If-Modified-Since", "yesterday")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void sendsNoValidatorsWhereTheScriptSaysSo() throws Exception {
        HttpResponse<byte[]> response = get("/feeds/baekdu-broadcasting.xml");

        assertThat(response.headers().firstValue("ETag")).isEmpty();
        assertThat(response.headers().firstValue("Last-Modified")).isEmpty();
    }

    @Test
    void keepsNobodyWaitingForTheSlowFeed() throws Exception {
        long begun = System.nanoTime();
        List<CompletableFuture<Long>> slow = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            slow.add(client.sendAsync(
                            request("/feeds/tasman-strategy-review.xml"), HttpResponse.BodyHandlers.ofByteArray())
                    .thenApply(response -> response.statusCode() == 200 ? System.nanoTime() - begun : -1));
        }
        get("/feeds/potomac-wire.xml");

        assertThat(slow).noneMatch(CompletableFuture::isDone);
        assertThat(slow)
                .allSatisfy(
                        answer -> assertThat(Duration.ofNanos(answer.join())).isGreaterThan(Duration.ofMillis(2900)));
    }

    @Test
    void failsWhereTheScriptSaysSoAndTellsWhenToComeBack() throws Exception {
        HttpResponse<byte[]> response = get("/feeds/northern-lights-radio.xml");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("120");
    }

    @Test
    void leadsEveryLinkToAnArticleThatCanBeRead() throws Exception {
        clock.standAt(Duration.ofMinutes(5));
        NodeList links = parsed(get("/feeds/hangang-ilbo.xml")).getElementsByTagName("link");
        for (int i = 1; i < links.getLength(); i++) {
            URI link = URI.create(links.item(i).getTextContent());
            HttpResponse<byte[]> article = get(link.getPath());
            assertThat(link)
                    .hasHost(demo.index().getHost())
                    .hasPort(demo.index().getPort());
            assertThat(article.statusCode()).isEqualTo(200);
            assertThat(text(article)).contains("<h1>").contains("한강일보");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/no-such.xml", "/feeds/", "/feeds/potomac-wire", "/articles/no-such", "/articles/"})
    void saysWhereToLookWhenNothingIsThere(String path) throws Exception {
        HttpResponse<byte[]> response = get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(text(response)).contains("the page at /");
    }

    @Test
    void hidesAnArticleUntilItIsPublished() throws Exception {
        assertThat(get("/articles/sma-wire").statusCode()).isEqualTo(404);
    }

    @Test
    void listsTheFeedsAndWhatComesNext() throws Exception {
        String page = text(get("/"));
        clock.standAt(Duration.ofMinutes(10));
        String last = text(get("/"));

        assertThat(page).contains("Next in 4 s; 110 stories still to come.");
        assertThat(last).contains("The week has been told to its end.");
        for (DemoFeed feed : ScriptReader.shipped().read().feeds()) {
            assertThat(page).contains(feed.outlet().name()).contains("href=\"" + feed.path() + "\"");
        }
    }

    @Test
    void writesACatalogueWhoseUrlsAreThoseOfThisServer(@TempDir Path dir) throws Exception {
        JsonNode feeds =
                new YAMLMapper().readTree(demo.writeCatalogue(dir).toFile()).get("feeds");

        assertThat(feeds).hasSize(ScriptReader.shipped().read().feeds().size());
        JsonNode line = feeds.get(1);
        assertThat(line.get("url").asText()).isEqualTo(demo.index() + "feeds/hangang-ilbo.xml");
        assertThat(line.get("kind").asText()).isEqualTo("news");
        assertThat(line.get("interval").asText()).isEqualTo("PT2S");
        assertThat(line.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "name",
                        "url",
                        "language",
                        "kind",
                        "publisher",
                        "owner",
                        "country",
                        "zone",
                        "enabled",
                        "interval");
    }

    @Test
    void saysWhichAddressIsTaken() {
        URI taken = demo.index();

        assertThatThrownBy(() -> DemoFeeds.start(Address.loopback(taken.getPort()), clock))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("127.0.0.1:" + taken.getPort());
    }

    private HttpRequest request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(demo.index().resolve(path));
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        return client.send(request(path, headers), HttpResponse.BodyHandlers.ofByteArray());
    }

    private String titleOf(String id) throws Exception {
        Document document = parsed(get("/feeds/lakeshore-post.xml"));
        NodeList ids = document.getElementsByTagName("guid");
        for (int i = 0; i < ids.getLength(); i++) {
            if (ids.item(i).getTextContent().equals(id)) {
                return document.getElementsByTagName("title").item(i + 1).getTextContent();
            }
        }
        throw new AssertionError("no item has the identity " + id);
    }

    private static List<String> titles(HttpResponse<byte[]> response) throws Exception {
        NodeList titles = parsed(response).getElementsByTagName("title");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < titles.getLength(); i++) {
            texts.add(titles.item(i).getTextContent());
        }
        return texts;
    }

    private static Document parsed(HttpResponse<byte[]> response) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new ByteArrayInputStream(response.body()));
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String contentType(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Content-Type").orElseThrow();
    }
}
