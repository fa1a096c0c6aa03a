package org.bellwether.ingest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bellwether.ingest.Rss.feed;
import static org.bellwether.ingest.Rss.item;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.CatalogueEdits;
import org.bellwether.ingest.catalogue.CatalogueReader;
import org.bellwether.ingest.catalogue.LiveCatalogue;
import org.bellwether.ingest.catalogue.MongoCatalogueChanges;
import org.bellwether.ingest.catalogue.Stamp;
import org.bellwether.testkit.EmbeddedStack;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue changed while the service runs; each test takes back what it changed. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(PolledFeeds.class)
class ManageTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final FeedServer server = PolledFeeds.server();

    @AfterEach
    void takeBackWhatWasChanged() {
        Admin.takeBackChanges();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                                 | url          | is missing
            {"url": "ftp://a.example/"}                                        | url          | is not an absolute http or https URL
            {"url": "https://a_b.example:x/"}                                  | url          | names no host
            {"url": 5}                                                         | url          | must be text
            {"url": "https://a.example/", "id": "A b"}                         | id           | is not lower-case letters
            {"url": "https://a.example/", "id": "import"}                      | id           | is a word that the paths of the API
            {"url": "https://a.example/", "name": " "}                         | name         | is empty
            {"url": "https://a.example/", "name": "a\\u0000b"}                 | name         | is not a line of text
            {"url": "https://a.example/", "name": "a\\ud800b"}                 | name         | is not a line of text
            {"url": "https://a.example/", "enabled": "yes"}                    | enabled      | must be true or false
            {"url": "https://a.example/", "interval": "10 minutes"}            | interval     | is not an ISO 8601 duration
            {"url": "https://a.example/", "kind": "blog"}                      | kind         | is not one of
            {"url": "https://a.example/", "listing": "article"}                | listing      | must be an object
            {"url": "https://a.example/", "listing": {"title": "h2"}}          | listing.item | is missing
            {"url": "https://a.example/", "listing": {}}                       | listing      | names no selector
            {"url": "https://a.example/", "listing": {"item": "li["}}          | listing.item | is no CSS selector
            []                                                                 | (body)       | must be an object
            {"url":                                                            | (body)       | cannot be read as JSON
            """)
    void whatIsWrongIsNamedAndNothingIsAdded(String body, String field, String message) {
        Admin.asks()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/feeds?unchecked=true")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains(field))
                .body("violations[0].message", containsString(message));
        when().get("/api/catalogue/changes").then().body("", empty());
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        Admin.asks()
                .contentType(ContentType.JSON)
                .body("{\"url\": \"x\", \"zone\": \"Nowhere\", \"country\": \"Korea\"}")
                .post("/api/feeds")
                .then()
                .statusCode(400)
                .body("violations.field", contains("url", "country", "zone"));
    }

    @Test
    void whatIsThereAlreadyIsNotAddedAgain() {
        Admin.asks()
                .contentType(ContentType.JSON)
                .body("{\"url\": \"" + server.url("news") + "/?utm_source=x\"}")
                .post("/api/feeds")
                .then()
                .statusCode(409)
                .body("feed", equalTo("news"))
                .body("violations.field", contains("url"));
        Admin.asks()
                .contentType(ContentType.JSON)
                .body("{\"id\": \"news\", \"url\": \"https://other.example/\"}")
                .post("/api/feeds?unchecked=true")
                .then()
                .statusCode(409)
                .body("violations.field", contains("id"));
    }

    @Test
    void aChangedFeedFollowsTheFileInAllElse() {
        patch("rare", "{\"name\": \"Seldom\", \"publisher\": \"The Rare\", \"group\": \"slow\", \"fullText\": true}")
                .statusCode(200)
                .body("name", equalTo("Seldom"))
                .body("publisher.name", equalTo("The Rare"))
                .body("publisher.owner", equalTo("the-rare"))
                .body("fullText", equalTo(true))
                .body("origin", equalTo("catalogue"))
                .body("changed", contains("name", "publisher", "group", "fullText"))
                .body("interval", equalTo("PT24H"));
        when().get("/api/feeds?group=slow").then().body("id", contains("rare"));
        await().atMost(SOON)
                .until(() -> TopicReader.told("rare")
                        .filter(status -> status.name().equals("Seldom"))
                        .isPresent());

        patch("rare", "{\"publisher\": null, \"name\": \"Seldom\"}")
                .statusCode(200)
                .body("publisher.name", equalTo("Seldom"))
                .body("changed", contains("name", "group", "fullText"));
        patch("rare", "{\"interval\": \"soon\", \"name\": \"Never\"}")
                .statusCode(400)
                .body("violations.field", contains("interval"));
        patch("rare", "{\"id\": \"seldom\"}").statusCode(400).body("violations.field", contains("id"));
        patch("rare", "{\"url\": \"" + server.url("news") + "\"}")
                .statusCode(409)
                .body("feed", equalTo("news"));
        patch("nowhere", "{}").statusCode(404);
        when().get("/api/feeds/rare").then().body("name", equalTo("Seldom"));

        Admin.asks()
                .delete("/api/feeds/rare/changes")
                .then()
                .statusCode(200)
                .body("name", equalTo("rare"))
                .body("$", not(hasKey("changed")));
    }

    @Test
    void aFeedThatIsMovedIsNewAtItsAddressAndPolledThere() {
        server.serve("moved", feed(item("m1", "Here now")));

        patch("rare", "{\"url\": \"" + server.url("moved") + "\"}").statusCode(200);
        await().atMost(SOON)
                .untilAsserted(
                        () -> when().get("/api/feeds/rare").then().body("nextPollReason", equalTo("first poll")));
        Admin.asks().post("/api/feeds/rare/poll").then().statusCode(202);

        await().atMost(SOON)
                .until(() -> TopicReader.items("rare").stream()
                        .anyMatch(item -> item.title().equals("Here now")));
    }

    @Test
    void aPausedFeedIsNotPolledUntilItIsResumed() {
        server.serve("added-pause", feed(item("p1", "Before")));
        Admin.adds("{\"id\": \"added-pause\", \"url\": \"%s\", \"interval\": \"PT0.3S\"}")
                .statusCode(201);
        await().atMost(SOON).until(() -> TopicReader.items("added-pause").size() == 1);

        Admin.asks()
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"they asked us to\"}")
                .post("/api/feeds/added-pause/pause")
                .then()
                .statusCode(200)
                .body("enabled", equalTo(false))
                .body("state", equalTo("disabled"))
                .body("diagnosis", equalTo("paused: they asked us to"))
                .body("paused.reason", equalTo("they asked us to"))
                .body("paused.by", equalTo("admin"));
        await().atMost(SOON)
                .until(() -> TopicReader.told("added-pause")
                        .filter(status -> status.state() == State.DISABLED)
                        .isPresent());
        int asked = server.asked("added-pause");
        await().pollDelay(Duration.ofSeconds(1)).atMost(SOON).until(() -> server.asked("added-pause") == asked);
        Admin.asks()
                .post("/api/feeds/added-pause/poll")
                .then()
                .statusCode(409)
                .body("detail", containsString("/api/feeds/added-pause/resume"));

        Admin.asks()
                .post("/api/feeds/added-pause/resume")
                .then()
                .statusCode(200)
                .body("enabled", equalTo(true))
                .body("$", not(hasKey("paused")));
        await().atMost(SOON).until(() -> server.asked("added-pause") > asked);
        assertThat(TopicReader.items("added-pause")).hasSize(1);
        patch("added-pause", "{\"enabled\": false}").statusCode(200);
        Admin.asks()
                .post("/api/feeds/added-pause/resume")
                .then()
                .statusCode(409)
                .body("detail", containsString("is not paused"));
        Admin.asks().post("/api/feeds/nowhere/pause").then().statusCode(404);
        Admin.asks()
                .contentType(ContentType.JSON)
                .body("{\"reason\": 5}")
                .post("/api/feeds/added-pause/pause")
                .then()
                .statusCode(400)
                .body("violations.field", contains("reason"));
    }

    @Test
    void feedsAreFiltered() {
        when().get("/api/feeds?state=disabled").then().body("state", everyItem(equalTo("disabled")));
        when().get("/api/feeds?q=CLOSED.example").then().body("id", contains("closed"));
        when().get("/api/feeds?kind=thinktank").then().body("", empty());
        when().get("/api/feeds?state=sleepy").then().statusCode(400).body("violations.field", contains("state"));
        when().get("/api/feeds?kind=blog&state=sleepy&sort=luck")
                .then()
                .statusCode(400)
                .body("violations.field", contains("state", "kind", "sort"));
        Admin.asks()
                .contentType(ContentType.JSON)
                .body("{\"url\": \"https://a.example/\"}")
                .post("/api/feeds?dryRun=perhaps&unchecked=yes")
                .then()
                .statusCode(400)
                .body("violations.field", contains("dryRun", "unchecked"));
    }

    @Test
    void nobodyButTheAdminChangesAnything() {
        for (String path : List.of("", "/import", "/discover", "/news/pause", "/news/resume")) {
            given().contentType(ContentType.JSON)
                    .body("{}")
                    .post("/api/feeds" + path)
                    .then()
                    .statusCode(401);
        }
        given().contentType(ContentType.JSON)
                .body("{}")
                .patch("/api/feeds/news")
                .then()
                .statusCode(401);
        when().delete("/api/feeds/news").then().statusCode(401);
        when().delete("/api/feeds/news/changes").then().statusCode(401);
    }

    @Test
    void allInstancesComeToTheSameCatalogue() throws Exception {
        String yaml = Files.readString(
                Path.of(ConfigProvider.getConfig().getValue("bellwether.catalogue", String.class)),
                StandardCharsets.UTF_8);
        Catalogue file = CatalogueReader.read("catalogue.yaml", yaml, URI::toString);
        try (MongoClient client = MongoClients.create(EmbeddedStack.store().connectionString())) {
            LiveCatalogue other = new LiveCatalogue(
                    file, new MongoCatalogueChanges(client.getDatabase("bellwether-ingest")), URI::toString);
            patch("rare", "{\"group\": \"here\"}").statusCode(200);
            assertThat(other.refresh().byId("rare").orElseThrow().group()).isEqualTo("here");

            CatalogueEdits edits = new CatalogueEdits(url -> url.toString());
            Stamp there = new Stamp(Instant.parse("2026-11-20T12:00:00Z"), "elsewhere");
            other.change(now -> edits.pause(now, "rare", "from there", there));

            await().atMost(SOON)
                    .untilAsserted(() -> when().get("/api/feeds/rare")
                            .then()
                            .body("paused.reason", equalTo("from there"))
                            .body("paused.by", equalTo("elsewhere"))
                            .body("group", equalTo("here")));
        }
    }

    private static ValidatableResponse patch(String id, String body) {
        return Admin.asks()
                .contentType("application/merge-patch+json")
                .body(body)
                .patch("/api/feeds/" + id)
                .then();
    }
}
