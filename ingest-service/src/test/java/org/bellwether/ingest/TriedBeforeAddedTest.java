package org.bellwether.ingest;

import static io.restassured.RestAssured.when;
import static org.bellwether.ingest.Rss.feed;
import static org.bellwether.ingest.Rss.item;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A feed is tried before it is added; each test takes back what it changed. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(PolledFeeds.class)
class TriedBeforeAddedTest {

    private final FeedServer server = PolledFeeds.server();

    @AfterEach
    void takeBackWhatWasChanged() {
        Admin.takeBackChanges();
    }

    @Test
    void whatIsNoFeedIsAddedOnlyUnchecked() {
        server.servePage("added-page", "<!DOCTYPE html><html><head><title>Hello</title></head><body>Hi</body></html>");

        add("{\"id\": \"added-page\", \"url\": \"%s\"}").statusCode(422).body("code", equalTo("html"));
        when().get("/api/feeds/added-page").then().statusCode(404);

        Admin.asks()
                .contentType(ContentType.JSON)
                .body("{\"id\": \"added-page\", \"url\": \"" + server.url("added-page") + "\"}")
                .post("/api/feeds?unchecked=true")
                .then()
                .statusCode(201);
    }

    @Test
    void aListingIsTriedBeforeItIsAdded() {
        server.servePage(
                "added-list",
                "<html><head><title>Institute briefs</title></head><ul><li><a href='/x'>One</a></li></ul></html>");
        String listed = "{\"url\": \"" + server.url("added-list") + "\", \"listing\": {\"item\": \"%s\"}}";

        Admin.asks()
                .contentType(ContentType.JSON)
                .body(listed.formatted("li"))
                .post("/api/feeds?dryRun=true")
                .then()
                .statusCode(200)
                .body("feed.id", equalTo("institute-briefs"))
                .body("preview.format", equalTo("html"))
                .body("preview.entries.title", contains("One"));
        Admin.asks()
                .contentType(ContentType.JSON)
                .body(listed.formatted("article"))
                .post("/api/feeds")
                .then()
                .statusCode(422)
                .body("code", equalTo("listing-empty"));
    }

    @Test
    void aDryRunTellsHowItWouldBeAndAddsNothing() {
        server.serve("added-try", feed(item("t1", "Try me"), item("t2", "Or me")));

        Admin.asks()
                .contentType(ContentType.JSON)
                .body("{\"url\": \"" + server.url("added-try") + "\", \"listing\": null}")
                .post("/api/feeds?dryRun=true")
                .then()
                .statusCode(200)
                .body("feed.id", equalTo("morning-post"))
                .body("feed.name", equalTo("Morning Post"))
                .body("preview.entries.title", contains("Try me", "Or me"));

        when().get("/api/catalogue/changes").then().body("", empty());
        Admin.asks()
                .contentType(ContentType.JSON)
                .body("{\"url\": \"https://a.example/\"}")
                .post("/api/feeds?dryRun=yes")
                .then()
                .statusCode(400)
                .body("violations.field", contains("dryRun"));
    }

    private ValidatableResponse add(String body) {
        String id = body.replaceFirst(".*\"id\": \"([^\"]*)\".*", "$1");
        return Admin.asks()
                .contentType(ContentType.JSON)
                .body(body.formatted(server.url(id)))
                .post("/api/feeds")
                .then();
    }
}
