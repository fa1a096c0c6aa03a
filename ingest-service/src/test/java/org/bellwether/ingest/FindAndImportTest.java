package org.bellwether.ingest;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bellwether.ingest.Rss.feed;
import static org.bellwether.ingest.Rss.item;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Feeds that come from other readers, and from sites; each test takes back what it changed. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(PolledFeeds.class)
class FindAndImportTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final FeedServer server = PolledFeeds.server();

    @AfterEach
    void takeBackWhatWasChanged() {
        Admin.takeBackChanges();
    }

    @Test
    void anOpmlGoesOutAndComesInAgain() {
        String opml = when().get("/api/feeds.opml")
                .then()
                .statusCode(200)
                .contentType(containsString("opml"))
                .extract()
                .asString();
        assertThat(opml).contains("text=\"contract\"", "bellwether:interval=\"PT0.3S\"");
        Admin.asks()
                .body(opml)
                .post("/api/feeds/import")
                .then()
                .statusCode(200)
                .body("added", equalTo(0))
                .body("refused", equalTo(0))
                .body("outlines.result", everyItem(equalTo("already-there")));

        String mine = """
                <opml version="2.0"><body><outline text="Group">
                <outline text="Imported" xmlUrl="%s"/>
                <outline text="Wrong" xmlUrl="mailto:nobody"/>
                <outline text="Page" htmlUrl="https://page.example/"/>
                </outline></body></opml>""".formatted(server.url("imported"));
        server.serve("imported", feed(item("i1", "By the pound")));
        for (String parameters : List.of("?dryRun=true", "")) {
            Admin.asks()
                    .contentType("text/x-opml")
                    .body(mine)
                    .post("/api/feeds/import" + parameters)
                    .then()
                    .statusCode(200)
                    .body("added", equalTo(1))
                    .body("outlines.result", contains("added", "refused", "no-feed"))
                    .body("outlines.line", contains(2, 3, 4))
                    .body("outlines[0].feed", equalTo("imported"))
                    .body("outlines[1].reason", containsString("xmlUrl"))
                    .body("noFeeds", equalTo(1), "outlines[2].reason", containsString("no xmlUrl"));
        }
        when().get("/api/feeds/imported").then().body("group", equalTo("Group"));
        await().atMost(SOON).until(() -> TopicReader.items("imported").size() == 1);
    }

    @Test
    void whatIsNoOpmlIsToldWithTheLine() {
        Admin.asks()
                .body("<opml>\n<body>\n<outline text=\"a & b\"/>")
                .post("/api/feeds/import")
                .then()
                .statusCode(400)
                .body("line", equalTo(3))
                .body("violations[0].message", startsWith("line 3: is not well-formed XML"));
        Admin.asks()
                .body(new byte[(5 << 20) + 1])
                .post("/api/feeds/import")
                .then()
                .statusCode(413)
                .body("detail", containsString("5242880"));
    }

    @Test
    void theFeedsOfASiteAreFound() {
        server.serve("found-feed", feed(item("f1", "Found")));
        server.servePage("found", """
                <!DOCTYPE html><html><head><title>Site</title>
                <link rel="alternate" type="application/rss+xml" title="All news" href="/found-feed">
                <link rel="alternate" type="application/atom+xml" href="/found-nothing">
                </head><body><a href="/rss/page.html">RSS</a></body></html>""");

        discover(server.url("found"))
                .statusCode(200)
                .body("isFeed", equalTo(false))
                .body("candidates", hasSize(3))
                .body("candidates[0].url", equalTo(server.url("found-feed")))
                .body("candidates[0].source", equalTo("link"))
                .body("candidates[0].readable", equalTo(true))
                .body("candidates[0].title", equalTo("Morning Post"))
                .body("candidates[0].entries", equalTo(1))
                .body("candidates[0].newest", equalTo("2026-11-20T00:00:00Z"))
                .body("candidates[1].readable", equalTo(false))
                .body("candidates[1].diagnosis", containsString("404"));
        discover(server.url("found-feed"))
                .statusCode(200)
                .body("isFeed", equalTo(true))
                .body("candidates.source", contains("itself"));
        discover(server.url("news")).body("candidates.feed", contains("news"));
        discover(server.url("news") + "?utm_source=x").body("candidates.feed", contains("news"));
        discover("nonsense").statusCode(400).body("violations.field", contains("url"));
        discover(server.url("nothing-there")).statusCode(422).body("detail", containsString("404"));
    }

    private static ValidatableResponse discover(String url) {
        return Admin.asks()
                .contentType(ContentType.JSON)
                .body("{\"url\": \"" + url + "\"}")
                .post("/api/feeds/discover")
                .then();
    }
}
