package org.bellwether.ingest;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bellwether.ingest.Rss.feed;
import static org.bellwether.ingest.Rss.item;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import org.bellwether.events.NewsItem;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Feeds that are taken out of the catalogue, what becomes of their ids, and how they come back. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(PolledFeeds.class)
class RemovedFeedsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final FeedServer server = PolledFeeds.server();

    @AfterEach
    void takeBackWhatWasChanged() {
        Admin.takeBackChanges();
    }

    @Test
    void anAddedFeedIsPolledAndToldOfAndARemovedOneIsNoMore() {
        server.serve("added", feed(item("a1", "Seoul answers")));

        Admin.adds(
                        "{\"id\": \"added\", \"url\": \"%s\", \"kind\": \"gov\", \"country\": \"KR\", \"interval\": \"PT0.3S\"}")
                .statusCode(201)
                .header("Location", containsString("/api/feeds/added"))
                .body("origin", equalTo("api"))
                .body("name", equalTo("Morning Post"))
                .body("publisher.kind", equalTo("gov"))
                .body("interval", equalTo("PT0.3S"))
                .body("$", not(hasKey("changed")));
        await().atMost(SOON).until(() -> !TopicReader.items("added").isEmpty());
        await().atMost(SOON)
                .until(() -> TopicReader.told("added")
                        .filter(status -> status.state() == State.OK)
                        .isPresent());

        Admin.asks().delete("/api/feeds/added").then().statusCode(204);

        when().get("/api/feeds/added").then().statusCode(404);
        await().atMost(SOON).until(() -> TopicReader.told("added").isEmpty());
        int asked = server.asked("added");
        await().pollDelay(Duration.ofSeconds(1)).atMost(SOON).until(() -> server.asked("added") == asked);
        assertThat(TopicReader.told("added")).isEmpty();
        Admin.asks().delete("/api/feeds/added").then().statusCode(404);
    }

    @Test
    void aFeedOfTheFileThatIsRemovedCanBeBroughtBack() {
        Admin.asks().delete("/api/feeds/closed").then().statusCode(204);
        when().get("/api/feeds").then().body("id", not(hasItem("closed")));
        when().get("/api/catalogue/changes")
                .then()
                .body("feed", contains("closed"))
                .body("removed", contains(true));
        await().atMost(SOON).until(() -> TopicReader.told("closed").isEmpty());

        Admin.asks()
                .delete("/api/feeds/closed/changes")
                .then()
                .statusCode(200)
                .body("reason", equalTo("gone since May"));

        await().atMost(SOON).until(() -> TopicReader.told("closed").isPresent());
        Admin.asks().delete("/api/feeds/closed").then().statusCode(204);
        Admin.asks()
                .contentType(ContentType.JSON)
                .body("{\"id\": \"closed\", \"url\": \"https://another.example/\"}")
                .post("/api/feeds?unchecked=true")
                .then()
                .statusCode(409)
                .body("violations.field", contains("id"))
                .body("detail", containsString("DELETE /api/feeds/closed/changes brings it back"));
        Admin.asks()
                .contentType(ContentType.JSON)
                .body("{\"url\": \"https://closed.example/\", \"name\": \"Reopened\"}")
                .post("/api/feeds?unchecked=true")
                .then()
                .statusCode(201)
                .body("id", equalTo("closed"))
                .body("origin", equalTo("catalogue"))
                .body("name", equalTo("Reopened"))
                .body("enabled", equalTo(false));
    }

    @Test
    void whatAnotherFeedPublishesIsNoCorrectionOfOneThatWasRemovedAndHadItsName() {
        String body = "{\"name\": \"Same name\", \"interval\": \"PT0.3S\", \"url\": \"%s\"}";
        server.serve("same-one", feed(item("0", "Of the first")));
        server.serve("same-two", feed(item("0", "Of the second").replace("post.example", "evening.example")));
        Admin.adds(body.formatted(server.url("same-one"))).statusCode(201).body("id", equalTo("same-name"));
        await().atMost(SOON).until(() -> !TopicReader.items("same-name").isEmpty());
        Admin.asks().delete("/api/feeds/same-name").then().statusCode(204);

        Admin.adds(body.formatted(server.url("same-two"))).statusCode(201).body("id", equalTo("same-name-2"));

        await().atMost(SOON).until(() -> !TopicReader.items("same-name-2").isEmpty());
        assertThat(TopicReader.items("same-name-2"))
                .singleElement()
                .satisfies(item -> assertThat(item.version()).isEqualTo(1));
        assertThat(TopicReader.items("same-name")).extracting(NewsItem::title).containsExactly("Of the first");
        Admin.adds("{\"id\": \"same-name\", \"url\": \"" + server.url("news") + "?of=others\"}")
                .statusCode(409)
                .body("detail", containsString("add it with that address (POST /api/feeds?unchecked=true)"));
    }
}
