package org.bellwether.classify.watchlist;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.awaitility.Awaitility;
import org.bellwether.classify.Desk;
import org.bellwether.classify.OperatorsTaxonomy;
import org.bellwether.classify.Topics;
import org.bellwether.events.TaggedItem;
import org.bellwether.events.Watch;
import org.bellwether.messaging.EventJson;
import org.bellwether.testkit.EmbeddedStack;
import org.bellwether.testkit.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(OperatorsTaxonomy.class)
class WatchesTest {

    @BeforeEach
    void lineIsReady() {
        Desk.awaitReady();
    }

    @AfterEach
    void shippedAgain() {
        Desk.enforce(OperatorsTaxonomy.shipped());
    }

    @Test
    void anItemCarriesTheWatchesThatItMatchesUntilTheyAreTakenBack() {
        watch("ferries", "ferry AND source:morning-post");
        awaitState("ferries", "active");

        Topics.send(Fixtures.newsItem().id("ferry-1").title("A ferry to Jeju").buildItem());
        assertThat(tagged("ferry-1").watches()).containsExactly("ferries");
        classify("A ferry to Jeju", "Morning-Post").body("watches", contains("ferries"));
        classify("A ferry to Jeju", "elsewhere").body("watches", empty());

        Topics.send("watches", "ferries", null);
        Awaitility.await()
                .atMost(Topics.PATIENCE)
                .untilAsserted(() -> given().get("/api/watches").then().body("id", not(hasItem("ferries"))));
        classify("A ferry to Jeju", "morning-post").body("watches", empty());
    }

    @Test
    void aQueryThatCannotBeReadIsShownWithItsReasonAndStopsNoOther() {
        watch("broken", "(ferry OR");
        Topics.send("watches", "no-watch", "{\"id\":7".getBytes(StandardCharsets.UTF_8));
        watch("tugs", "tug");

        awaitState("tugs", "active");
        awaitState("broken", "refused");
        awaitState("no-watch", "refused");
        given().get("/api/watches?after=brokem&limit=1")
                .then()
                .body("id", contains("broken"))
                .body("[0].query", equalTo("(ferry OR"))
                .body("[0].reason", containsString("Column"));
        classify("A tug sails", "any").body("watches", contains("tugs"));
        assertThat(given().get("/q/metrics").asString()).containsPattern("bellwether_watches\\{state=\"refused\"\\} 2");
    }

    @Test
    void queriesAreReadAnewWithTheWordsThatAnotherTaxonomyTeaches() {
        watch("harbour", "항만재개발단");
        awaitState("harbour", "active");
        Desk.enforce(OperatorsTaxonomy.with("harbour-works", "0.5", "항만재개발단"));

        Awaitility.await()
                .atMost(Topics.PATIENCE)
                .untilAsserted(() -> classify("부산 항만재개발단이 출범했다", "any").body("watches", hasItem("harbour")));
    }

    private static void watch(String id, String query) {
        Topics.send("watches", id, EventJson.write(new Watch(id, query, "of " + id)));
    }

    private static void awaitState(String id, String state) {
        Awaitility.await()
                .atMost(Topics.PATIENCE)
                .untilAsserted(() -> given().get("/api/watches")
                        .then()
                        .body("find { it.id == '" + id + "' }.state", equalTo(state)));
    }

    private static TaggedItem tagged(String id) {
        return EventJson.read(Topics.await("news.tagged", id, 1).get(0).value(), TaggedItem.class);
    }

    private static ValidatableResponse classify(String title, String publisher) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("title", title, "publisher", publisher))
                .post("/api/classify")
                .then();
    }
}
