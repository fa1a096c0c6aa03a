package org.bellwether.ingest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.bellwether.ingest.Rss.feed;
import static org.bellwether.ingest.Rss.item;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.api.Test;

/** The pages on which feeds are managed. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(PolledFeeds.class)
class ConsoleTest {

    private final FeedServer server = PolledFeeds.server();

    @Test
    void theListShowsHowFeedsDoAndIsFiltered() {
        when().get("/feeds")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("href=\"/feeds/news\""))
                .body(containsString("gone since May"));
        when().get("/feeds?q=closed&state=&kind=&group=")
                .then()
                .body(containsString("href=\"/feeds/closed\""))
                .body(not(containsString("href=\"/feeds/news\"")));
        when().get("/feeds?state=disabled&language=und&sort=name")
                .then()
                .body(containsString("href=\"/feeds/closed\""))
                .body(not(containsString("href=\"/feeds/news\"")));
        when().get("/feeds?language=en&sort=problems&page=99")
                .then()
                .statusCode(200)
                .body(
                        containsString("href=\"/feeds/news\""),
                        containsString("/feeds?language=en&amp;sort=problems&amp;lang=ko"));
        when().get("/feeds?sort=luck&page=two")
                .then()
                .statusCode(400)
                .body(containsString("page: is not a number"), matchesPattern(once("sort: is not one of")));
        when().get("/feeds?sort=luck").then().statusCode(400).body(containsString("sort: is not one of"));
        when().get("/feeds?page=two").then().statusCode(400).body(containsString("page: is not a number"));
        when().get("/feeds?state=sleepy").then().statusCode(400).body(containsString("is not one of"));
        when().get("/assets/console.css").then().statusCode(200);
    }

    @Test
    void thePagesSpeakKoreanToWhoAsksForIt() {
        given().header("Accept-Language", "ko-KR,en;q=0.5")
                .get("/feeds/closed")
                .then()
                .body(containsString("<html lang=\"ko\">"), containsString("중지"))
                .body(containsString("<dd>closed · closed · 언론 · und · UTC</dd>"))
                .body(containsString("피드 목록에 적힌 이유로"), containsString("lang=\"en\">gone since May"));
        when().get("/feeds?lang=ko").then().cookie("lang", "ko").body(containsString("<html lang=\"ko\">"));
        given().cookie("lang", "ko").get("/add-feed").then().body(containsString("피드 추가"));
    }

    @Test
    void timesAreTheDesksWithTheirZoneAndUtcBeside() {
        when().get("/feeds/news")
                .then()
                .body(matchesPattern("(?s).*<time datetime=\"[^\"]+Z\" title=\"[^\"]+ UTC\">[^<]+ KST</time>.*"));
    }

    @Test
    void aFeedsPageTellsWhatHadToBeMendedAndTriesAReplay() {
        server.serve("mended", feed(item("mended-1", "Defence & security")));
        Admin.asks()
                .contentType("application/json")
                .body("{\"url\": \"" + server.url("mended") + "\", \"id\": \"mended\"}")
                .post("/api/feeds")
                .then()
                .statusCode(201);
        await().untilAsserted(() -> when().get("/api/feeds/mended/polls")
                .then()
                .body("[0].outcome", equalTo("read"), "[0].repairs", equalTo(1)));
        given().header("Accept-Language", "ko")
                .get("/feeds/mended")
                .then()
                .body(containsString("읽음"), containsString("단독 &amp; 기호를 고쳤습니다."));
        when().get("/api/feeds/mended/documents")
                .then()
                .body("size()", equalTo(1), "[0].url", equalTo(server.url("mended")));
        Admin.asks()
                .formParam("try", "true")
                .post("/feeds/mended/replay")
                .then()
                .statusCode(200)
                .body(containsString("tried only"));
        Admin.asks().delete("/api/feeds/mended").then().statusCode(204);
    }

    @Test
    void aReplayThatIsNeitherTriedNorDoneIsRefused() {
        Admin.asks()
                .post("/api/feeds/news/replay?dryRun=yes")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("dryRun"));
        when().get("/api/feeds/nowhere/documents").then().statusCode(404);
    }

    @Test
    void aFeedIsFoundPreviewedAddedChangedPausedAndRemoved() {
        server.serve(
                "paged-feed",
                feed(item("g1", "A <b>bold</b> headline")
                        .replace(
                                "What was said",
                                "&lt;p&gt;Arms &amp;amp;&amp;nbsp;aid&lt;/p&gt; 1 &amp;lt; 2 What was said")));
        server.servePage("paged", """
                <!DOCTYPE html><html><head><link rel="alternate" type="application/rss+xml" href="/paged-feed">
                </head><body></body></html>""");
        when().get("/add-feed").then().statusCode(200).body(containsString("action=\"/add-feed/find\""));
        Admin.asks()
                .formParam("url", server.url("paged"))
                .post("/add-feed/find")
                .then()
                .statusCode(200)
                .body(containsString("value=\"" + server.url("paged-feed") + "\""))
                .body(not(containsString("aria-invalid")));
        Admin.asks()
                .formParam("url", server.url("paged-feed"))
                .formParam("enabled", "true")
                .post("/add-feed/try")
                .then()
                .statusCode(200)
                .body(containsString("headline"), containsString("value=\"Morning Post\""))
                .body(containsString("<p class=\"excerpt\">Arms &amp; aid"), containsString("1 &lt; 2 What was said"));
        Admin.asks()
                .formParam("id", "paged")
                .formParam("url", server.url("paged-feed"))
                .formParam("name", "Paged & <found>")
                .formParam("kind", "")
                .formParam("enabled", "true")
                .redirects()
                .follow(false)
                .post("/add-feed")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/feeds/paged?done=added"));
        when().get("/feeds/paged").then().body(containsString("<h1>Paged &amp; &lt;found&gt;</h1>"));

        Admin.asks()
                .formParam("name", "Paged")
                .formParam("url", server.url("paged-feed"))
                .formParam("group", "pages")
                .formParam("enabled", "true")
                .formParam("shown", ShownForm.of("paged"))
                .redirects()
                .follow(false)
                .post("/feeds/paged/change")
                .then()
                .statusCode(303);
        when().get("/api/feeds/paged")
                .then()
                .body("name", equalTo("Paged"), "group", equalTo("pages"), "enabled", equalTo(true));
        post("/feeds/paged/pause", "reason", "for a while");
        when().get("/feeds/paged").then().body(allOf(containsString("for a while"), containsString("/resume")));
        post("/feeds/paged/resume", "a", "b");
        when().get("/api/feeds/paged").then().body("paused", nullValue());
        post("/feeds/paged/remove", "a", "b");
        when().get("/feeds/paged").then().statusCode(404).body(containsString("no feed"));
    }

    @Test
    void anOpmlIsTriedWithoutHarmAndThenImportedFromThePage() {
        String opml = "<opml version=\"2.0\"><body><outline text=\"Mine\" xmlUrl=\"https://mine.example/\"/>"
                + "<outline text=\"Bad\" xmlUrl=\"x\"/></body></opml>";

        String page = Admin.asks()
                .multiPart("opml", "mine.opml", opml.getBytes(StandardCharsets.UTF_8))
                .post("/import-feeds/try")
                .then()
                .statusCode(200)
                .body(containsString("Nothing was added"), containsString("xmlUrl: &quot;x&quot;"))
                .extract()
                .asString();
        when().get("/api/feeds/mine").then().statusCode(404);
        String carried = page.replaceFirst("(?s).*name=\"document\" value=\"([^\"]+)\".*", "$1");
        Admin.asks().multiPart("document", carried).post("/import-feeds").then().body(containsString("Added: 1"));
        post("/feeds/mine/remove", "a", "b");
        Admin.asks()
                .multiPart("document", "nonsense")
                .post("/import-feeds")
                .then()
                .statusCode(400);
        Admin.asks()
                .multiPart("document", carried.substring(0, carried.length() - 16))
                .post("/import-feeds")
                .then()
                .statusCode(400)
                .body(containsString("choose the file once more"));
        Admin.asks()
                .multiPart("opml", "mine.opml", "nonsense".getBytes(StandardCharsets.UTF_8))
                .post("/import-feeds/try")
                .then()
                .statusCode(400)
                .body(containsString("line 1"));
    }

    @Test
    void aFeedOfTheFileThatWasRemovedIsListedAndBroughtBack() {
        post("/feeds/closed/remove", "a", "b");
        given().header("Accept-Language", "ko")
                .get("/feeds?q=news")
                .then()
                .body(containsString("삭제한 피드"), containsString("https://closed.example/"))
                .body(containsString("action=\"/feeds/closed/take-back\""));

        post("/feeds/closed/take-back", "a", "b");

        when().get("/feeds").then().body(containsString("href=\"/feeds/closed\""), not(containsString("take-back")));
    }

    @Test
    void whatTheAddressAsksForIsWhatTheFilterShows() {
        when().get("/feeds?language=en-GB")
                .then()
                .body(containsString("<option value=\"en-GB\" selected>English (United Kingdom)</option>"));
        when().get("/feeds?group=Nowhere")
                .then()
                .body(
                        containsString("<option value=\"Nowhere\" selected>"),
                        not(containsString("href=\"/feeds/news\"")));
        when().get("/feeds?group=-&state=&q=closed")
                .then()
                .body(containsString("<option value=\"-\" selected>none</option>"))
                .body(containsString("href=\"/feeds/closed\""), containsString("q=closed&amp;group=-&amp;state=ok"));
    }

    /** What has a text one time and no more. */
    private static String once(String text) {
        return "(?s)(?!.*%1$s.*%1$s).*%1$s.*".formatted(text);
    }

    private static void post(String path, String name, String value) {
        Admin.asks()
                .formParam(name, value)
                .redirects()
                .follow(false)
                .post(path)
                .then()
                .statusCode(303);
    }
}
