package org.bellwether.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How feeds and addresses are previewed. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(PolledFeeds.class)
class PreviewTest {

    private static final String RSS = Rss.feed(Rss.item("p1", "A title"));

    @ParameterizedTest
    @CsvSource({"application/rss+xml", "text/xml; charset=utf-8", "application/octet-stream", "text/html", "text/plain"
    })
    void readsAFeedWhateverItIsSentAs(String contentType) {
        post(contentType, "", RSS.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("format", equalTo("rss2.0"))
                .body("feed.title", equalTo("Morning Post"))
                .body("entries[0].id", equalTo("p1"))
                .body("entries[0].itemId", matchesPattern("[0-9a-f]{32}"))
                .body("entries[0].title", equalTo("A title"))
                .body("entries[0].published", equalTo("2026-11-20T00:00:00Z"))
                .body("entries[0].publishedProvenance", equalTo("stated"))
                .body("entries[0]", not(hasKey("updated")))
                .body("schedule.interval", equalTo("PT10M"))
                .body("schedule.reason", containsString("too little is known of its pace"));
    }

    @Test
    void itIsScheduledAsAfterAFirstPollByWhatItStatesAndShows() {
        String stated = RSS.replaceFirst("<item>", "<ttl>120</ttl><item>");
        post("text/xml", "", stated.getBytes(StandardCharsets.UTF_8))
                .body("schedule.interval", equalTo("PT2H"))
                .body("schedule.reason", containsString("the publisher says so (ttl)"));
        given().header("Content-Type", "text/xml")
                .header("Cache-Control", "max-age=5400")
                .body(RSS.getBytes(StandardCharsets.UTF_8))
                .post("/api/feeds/preview")
                .then()
                .body("schedule.interval", equalTo("PT1H30M"))
                .body("schedule.reason", containsString("(Cache-Control, Expires)"));

        String busy = IntStream.range(0, 10)
                .mapToObj(minute ->
                        Rss.item("busy-" + minute, "News " + minute).replace("09:00:00", "09:0" + minute + ":00"))
                .collect(Collectors.joining());
        post("text/xml", "", Rss.feed(busy).getBytes(StandardCharsets.UTF_8))
                .body("schedule.interval", equalTo("PT5M"))
                .body("schedule.reason", containsString("its window of 10 entries"));
        post("text/xml", "?base=" + PolledFeeds.server().url("rare"), stated.getBytes(StandardCharsets.UTF_8))
                .body("schedule.interval", equalTo("PT24H"), "schedule.reason", equalTo("every PT24H"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nonsense", "text/", "text/xml/html", ";charset=utf-8", "text/xml, text/html", "text/xml;;x", "*"
            })
    void readsAFeedThatIsSentAsSomethingThatIsNoMediaType(String contentType) {
        post(contentType, "", RSS.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("entries[0].id", equalTo("p1"));
    }

    @Test
    void theCharsetOfAContentTypeThatIsNoneStillCounts() {
        String korean = "<rss version=\"2.0\"><channel><title>방위비 분담금</title></channel></rss>";

        post("xml; charset=euc-kr", "", korean.getBytes(Charset.forName("EUC-KR")))
                .statusCode(200)
                .body("feed.title", equalTo("방위비 분담금"));
    }

    @Test
    void honoursTheCharsetItIsSentWith() {
        String korean = "<rss version=\"2.0\"><channel><title>방위비 분담금</title><link>https://a.example/</link>"
                + "<description>d</description></channel></rss>";

        post("text/xml; charset=euc-kr", "", korean.getBytes(Charset.forName("EUC-KR")))
                .statusCode(200)
                .body("feed.title", equalTo("방위비 분담금"));
    }

    @Test
    void aFeedSentCompressedIsReadAsOneThatIsNot() throws IOException {
        post("application/rss+xml", "", gzipped(RSS)).statusCode(200).body("entries[0].id", equalTo("p1"));
    }

    @Test
    void aFeedWhoseCompressionBreaksOffIsRefusedWithTheReason() throws IOException {
        byte[] whole = gzipped(RSS);

        post("application/rss+xml", "", Arrays.copyOf(whole, whole.length / 2))
                .statusCode(400)
                .body("violations[0].field", equalTo("body"))
                .body("violations[0].message", containsString("gzip"));
    }

    @Test
    void anEntryIsInTheLanguageOfItsFeedUnlessItSaysOtherwise() {
        String feed = "<rss version=\"2.0\"><channel><language>ko</language><item><title>a</title></item>"
                + "<item xml:lang=\"en\"><title>b</title></item></channel></rss>";

        post("text/xml", "", feed.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("entries.language", equalTo(List.of("ko", "en")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\": \"J\"}", "{\"title\": \"J\", \"feed_url\": \"https://a.example/f\"}"})
    void aJsonFeedThatLacksItsItemsIsStillAFeed(String feed) {
        post("application/json", "", feed.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("format", equalTo("json1.1"))
                .body("feed.title", equalTo("J"));
    }

    @Test
    void aDateWithoutZoneIsReadInTheGivenZone() {
        String feed = Rss.feed("<item><title>t</title><link>/1</link><pubDate>2026-11-20 09:00:00</pubDate></item>");

        post("text/xml", "?zone=Asia/Seoul&base=https://b.example/rss", feed.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("entries[0].published", equalTo("2026-11-20T00:00:00Z"))
                .body("entries[0].publishedProvenance", equalTo("zone-assumed"));
    }

    @Test
    void aJsonFeedIsAFeedAndAnObjectWithAUrlIsAnAddress() {
        String jsonFeed = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"items\":[]}";

        post("application/json", "", jsonFeed.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("format", equalTo("json1.1"));
        PolledFeeds.server().serve("previewed", RSS);
        given().contentType("application/json")
                .body("{\"url\": \"" + PolledFeeds.server().url("previewed") + "\"}")
                .post("/api/feeds/preview")
                .then()
                .statusCode(200)
                .body("entries[0].id", equalTo("p1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                            | ''          | url  | is missing
            {"url": 5}                    | ''          | url  | must be a text
            {"url": null}                 | ''          | url  | must be a text
            {"url": ["http://a.example"]} | ''          | url  | must be a text
            {"url": "http://[a"}          | ''          | url  | is not a URL
            []                            | ''          | body | must be {"url":
            null                          | ''          | body | must be {"url":
            5                             | ''          | body | must be {"url":
            ''                            | ''          | body | must be {"url":
            {"url": "file:///etc/passwd"} | ''          | url  | absolute http or https
            <rss version="2.0"/>          | ?zone=Mars  | zone | is not a time zone
            <rss version="2.0"/>          | ?base=words | base | absolute http or https
            """)
    void aWrongRequestIsToldWhatIsWrong(String body, String query, String field, String message) {
        post("application/json", query, body.getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"))
                .body("title", not(emptyOrNullString()))
                .body("status", equalTo(400))
                .body("detail", startsWith(field))
                .body("violations[0].field", equalTo(field))
                .body("violations[0].message", containsString(message));
    }

    @ParameterizedTest
    @CsvSource({"'', text/xml, empty", "<html><body>Hi</body></html>, text/html, html", "just words, text/plain, "})
    void whatIsNoFeedIsToldWhatItSeemsToBe(String body, String contentType, String code) {
        ValidatableResponse answer = post(contentType, "", body.getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("$", hasKey("seems"));
        if (code != null) {
            answer.body("code", equalTo(code));
        }
    }

    @Test
    void binaryDataIsToldByItsKindAndWhatItWasSentAs() {
        byte[] image = "\u0089PNG\r\n\u001A\n\0\0\0\rIHDR <x:xmpmeta>".getBytes(StandardCharsets.ISO_8859_1);

        post("image/png", "", image)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("binary"))
                .body("seems", equalTo("a PNG image"))
                .body("detail", startsWith("This is binary data (a PNG image, sent as image/png), not a feed"));
    }

    @Test
    void aCharsetThatDoesNotExistIsTold() {
        post("text/xml; charset=klingon", "", RSS.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("entries[0].title", equalTo("A title"))
                .body("repairs[0].code", equalTo("unknown-charset"))
                .body("repairs[0].message", containsString("klingon"))
                .body("repairs[0].message", containsString("read as UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/xml", "application/octet-stream"})
    void brokenJsonIsToldWhereItBreaksAndWhatElseCouldBeSent(String contentType) {
        post(contentType, "", "{bad".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("code", equalTo("malformed"))
                .body("seems", equalTo("broken JSON"))
                .body("detail", containsString("line 1, column 2"))
                .body("detail", containsString("send {\"url\":"));
    }

    @Test
    void selectorsAreTriedOnAPageThatIsSent() {
        String page = "<html><head><title>Briefs</title></head><body><ul><li><h3><a href='b/1'>One</a></h3>"
                + "<i>등록일 2026.09.27</i><p>About <b>one</b></p></li><li><a href='b/2'>Two</a></li></ul></body></html>";

        post(
                        "text/html; charset=utf-8",
                        "?base=https://b.example/list&zone=Asia/Seoul&item=li&title=h3,a&date=i&summary=p",
                        page.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("format", equalTo("html"))
                .body("feed.title", equalTo("Briefs"))
                .body("entries.title", contains("One", "Two"))
                .body("entries.link", contains("https://b.example/b/1", "https://b.example/b/2"))
                .body("entries[0].published", equalTo("2026-09-26T15:00:00Z"))
                .body("entries[0].publishedProvenance", equalTo("zone-assumed"))
                .body("entries[0].summary", equalTo("About <b>one</b>"))
                .body("problems.code", contains("no-date"));
        post("text/html", "?item=article", page.getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("code", equalTo("listing-empty"))
                .body("detail", containsString("\"article\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?title=h2                | item     | is missing
            ?item=li[                | item     | is no CSS selector
            ?item=li&date=[x~=a] | date    | regular expressions
            ?item=li&fullText=true   | fullText | needs the feed's address
            ?fullText=yes            | fullText | must be true or false
            """)
    void aSelectorThatIsNoneIsToldByItsName(String query, String field, String message) {
        post("text/html", query, "<html><li>x</li></html>".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field))
                .body("violations[0].message", containsString(message));
    }

    @Test
    void allThatIsWrongWithAQueryIsToldAtOnce() {
        post(
                        "text/html",
                        "?zone=Mars&item=li[&date=>>&fullText=yes&base=here",
                        "<html/>".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("violations.field", contains("zone", "item", "date", "fullText", "base"));
    }

    @Test
    void aPageIsFetchedAsRobotsTxtLetsAndTheArticleOfItsFirstEntryRead() {
        PolledFeeds.server().servePage("listed", "<html><ul><li><a href='/listed-article'>One</a></li></ul></html>");
        PolledFeeds.server()
                .servePage(
                        "listed-article",
                        "<html><body><article>"
                                + "<p>Both governments spoke of the costs of the bases for hours.</p>".repeat(9)
                                + "</article></body></html>");
        String body = "{\"url\": \"" + PolledFeeds.server().url("listed") + "\"}";

        post("application/json", "?item=li&fullText=true", body.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("format", equalTo("html"))
                .body("entries.title", contains("One"))
                .body("fullText.outcome", equalTo("extracted"))
                .body("fullText.text", startsWith("Both governments spoke"));
        assertThat(PolledFeeds.server().asked("robots.txt")).isPositive();
    }

    @Test
    void anAddressThatCannotBeAskedIsNoFaultOfTheService() {
        post("application/json", "", "{\"url\": \"http://127.0.0.1:99999/\"}".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("code", equalTo("bad-url"))
                .body("detail", containsString("port"));
    }

    @ParameterizedTest
    @CsvSource({"http://10.0.0.1/feed", "http://127.0.0.2/feed", "http://[::1]/feed", "http://169.254.169.254/"})
    void anAddressThatIsNotPublicIsRefused(String url) {
        post("application/json", "", ("{\"url\": \"" + url + "\"}").getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("address-refused"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBodyAboveTheCapIsRefusedWithAProblem(boolean lengthIsTold) throws IOException, InterruptedException {
        byte[] body = new byte[50 * 1024 * 1024];
        BodyPublisher publisher = lengthIsTold
                ? BodyPublishers.ofByteArray(body)
                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/feeds/preview"))
                .header("Content-Type", "text/xml")
                .POST(publisher)
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body()).contains("1048576", "about:blank");
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static ValidatableResponse post(String contentType, String query, byte[] body) {
        EncoderConfig asItIs = EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
        return given().config(RestAssured.config().encoderConfig(asItIs))
                .header("Content-Type", contentType)
                .body(body)
                .post("/api/feeds/preview" + query)
                .then();
    }
}
