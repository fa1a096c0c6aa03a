package org.bellwether.ingest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.ingest.Rss.feed;
import static org.bellwether.ingest.Rss.item;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
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
        when().get("/feeds?state=sleepy").then().statusCode(400).body(containsString("is not one of"));
        when().get("/assets/console.css").then().statusCode(200);
    }

    @Test
    void thePagesSpeakKoreanToWhoAsksForIt() {
        given().header("Accept-Language", "ko-KR,en;q=0.5")
                .get("/feeds/closed")
                .then()
                .body(containsString("<html lang=\"ko\">"), containsString("사용 안 함"));
        when().get("/feeds?lang=ko").then().cookie("lang", "ko").body(containsString("<html lang=\"ko\">"));
        given().cookie("lang", "ko").get("/add-feed").then().body(containsString("피드 추가"));
    }

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        assertThat(words("ko").keySet()).isEqualTo(words("en").keySet());
    }

    @Test
    void aFeedIsFoundPreviewedAddedChangedPausedAndRemoved() {
        server.serve("paged-feed", feed(item("g1", "A <b>bold</b> headline")));
        server.servePage("paged", """
                <!DOCTYPE html><html><head><link rel="alternate" type="application/rss+xml" href="/paged-feed">
                </head><body></body></html>""");
        when().get("/add-feed").then().statusCode(200).body(containsString("action=\"/add-feed/find\""));
        asAdmin()
                .formParam("url", server.url("paged"))
                .post("/add-feed/find")
                .then()
                .statusCode(200)
                .body(containsString("value=\"" + server.url("paged-feed") + "\""));
        asAdmin()
                .formParam("url", server.url("paged-feed"))
                .formParam("enabled", "true")
                .post("/add-feed/try")
                .then()
                .statusCode(200)
                .body(containsString("headline"), containsString("value=\"Morning Post\""));
        asAdmin()
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
                .header("Location", endsWith("/feeds/paged"));
        when().get("/feeds/paged").then().body(containsString("<h1>Paged &amp; &lt;found&gt;</h1>"));

        asAdmin()
                .formParam("name", "Paged")
                .formParam("url", server.url("paged-feed"))
                .formParam("group", "pages")
                .formParam("enabled", "true")
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
    void anOpmlIsTriedWithoutHarm() {
        String opml = "<opml version=\"2.0\"><body><outline text=\"Mine\" xmlUrl=\"https://mine.example/\"/>"
                + "<outline text=\"Bad\" xmlUrl=\"x\"/></body></opml>";

        asAdmin()
                .multiPart("opml", "mine.opml", opml.getBytes(StandardCharsets.UTF_8))
                .multiPart("try", "true")
                .post("/import-feeds")
                .then()
                .statusCode(200)
                .body(containsString("Nothing was added"), containsString("xmlUrl: &quot;x&quot;"));
        when().get("/api/feeds/mine").then().statusCode(404);
        asAdmin()
                .multiPart("opml", "mine.opml", "nonsense".getBytes(StandardCharsets.UTF_8))
                .post("/import-feeds")
                .then()
                .statusCode(400)
                .body(containsString("line 1"));
    }

    @Test
    void onlyTheAdminMayPostAndOnlyFromHere() {
        given().post("/feeds/news/pause").then().statusCode(401);
        asAdmin()
                .header("Sec-Fetch-Site", "cross-site")
                .post("/feeds/news/pause")
                .then()
                .statusCode(403);
        asAdmin().formParam("url", "nonsense").post("/add-feed/find").then().statusCode(400);
        when().get("/api/feeds/news").then().body("paused", nullValue());
    }

    private static void post(String path, String name, String value) {
        asAdmin()
                .formParam(name, value)
                .redirects()
                .follow(false)
                .post(path)
                .then()
                .statusCode(303);
    }

    private static RequestSpecification asAdmin() {
        return given().auth().preemptive().basic("admin", "only-in-tests");
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (InputStream in = ConsoleTest.class.getResourceAsStream("/console/" + language + ".properties")) {
            words.load(in);
        }
        return words;
    }
}
