package org.bellwether.classify.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bellwether.classify.Desk;
import org.bellwether.classify.OperatorsTaxonomy;
import org.bellwether.classify.Topics;
import org.bellwether.classify.evaluate.LabelledItem;
import org.bellwether.classify.review.TextHash;
import org.bellwether.testkit.DistinctWords;
import org.bellwether.testkit.EmbeddedStack;
import org.bellwether.testkit.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(OperatorsTaxonomy.class)
class ReviewTest {

    private static final String NEAR = "/api/review?issue=piers";
    /** Near-misses are kept for thirty days, so that these must be of late. */
    private final Instant recently =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(1));

    @BeforeEach
    void piersAreNeverCertain() {
        Desk.awaitReady();
        Desk.enforce(OperatorsTaxonomy.with("piers", "1", "pier"));
    }

    @AfterEach
    void shippedAgain() {
        Desk.enforce(OperatorsTaxonomy.shipped());
    }

    @Test
    void whatWasNearlyTaggedWaitsForReviewUntilALaterVersionIsNot() {
        Topics.send(item("near-1", "A pier in Busan").buildItem());
        Topics.send(item("near-2", "Another pier")
                .published(recently.plusSeconds(5))
                .buildItem());
        Topics.await("news.tagged", "near-2", 1);

        Awaitility.await()
                .atMost(Topics.PATIENCE)
                .untilAsserted(() -> given().get(NEAR + "&language=en")
                        .then()
                        .body("itemId", contains("near-2", "near-1"))
                        .body("[0].threshold", equalTo(1.0f))
                        .body("[0].evidence[0].text", equalTo("pier"))
                        .body("[0].judged", equalTo(false)));
        String position = given().get(NEAR).path("[0].position");
        given().queryParam("before", position).get(NEAR).then().body("itemId", contains("near-1"));
        given().queryParam("language", "ko").get(NEAR).then().body("", empty());

        Topics.send(item("near-1", "A bridge in Busan").version(2).buildItem());
        Awaitility.await()
                .atMost(Topics.PATIENCE)
                .untilAsserted(() -> given().get(NEAR).then().body("itemId", contains("near-2")));
    }

    @Test
    void aVerdictIsKeptOncePerPersonAndComesOutAsALabel() throws IOException {
        Map<String, String> said = Map.of(
                "title",
                "Quays of Incheon",
                "text",
                "Nothing but quays.",
                "issue",
                "piers",
                "verdict",
                "missing",
                "act",
                "report");
        String hash = TextHash.of("Quays of Incheon", "Nothing but quays.");

        Desk.admin()
                .body(said)
                .post("/api/feedback")
                .then()
                .statusCode(201)
                .body("textHash", equalTo(hash), "by", equalTo("admin"));
        Desk.admin().body(said).post("/api/feedback").then().statusCode(200);

        given().get("/api/feedback?issue=piers").then().body("findAll { it.by == 'admin' }", hasSize(1));
        LabelledItem label = labels().stream()
                .filter(item -> item.title().equals("Quays of Incheon"))
                .findFirst()
                .orElseThrow();
        assertThat(label.issues()).containsExactly("piers");
        assertThat(label.unsure()).contains("sma-renegotiation").doesNotContain("piers");
    }

    @Test
    void anItemUnderReviewIsJudgedByItsId() {
        Topics.send(item("judged", "A pier to judge").buildItem());
        Awaitility.await()
                .atMost(Topics.PATIENCE)
                .untilAsserted(() -> Desk.admin()
                        .body(Map.of("itemId", "judged", "issue", "piers", "verdict", "wrong", "by", "kim"))
                        .post("/api/feedback")
                        .then()
                        .statusCode(is(oneOf(200, 201))));

        given().get(NEAR)
                .then()
                .body("find { it.itemId == 'judged' }.judged", equalTo(true))
                .body("find { it.itemId == 'judged' }.verdicts", contains("wrong"));
    }

    @Test
    void whatRisesInNearMissesIsSuggestedUnlessTheRulesKnowIt() {
        Topics.send(IntStream.range(0, 6)
                .mapToObj(i -> item("rising-" + i, "The pier and its mooring bollards: " + DistinctWords.of(i, 6))
                        .buildItem())
                .toList());
        Topics.send(IntStream.range(0, 80)
                .mapToObj(
                        i -> item("ordinary-" + i, DistinctWords.of(100 + i, 9)).buildItem())
                .toList());
        Awaitility.await()
                .atMost(Topics.PATIENCE)
                .untilAsserted(() -> given().get(NEAR).then().body("itemId", hasItem("rising-5")));

        given().get("/api/taxonomy/suggestions?issue=piers&days=2")
                .then()
                .statusCode(200)
                .body("issue", contains("piers"))
                .body("[0].terms.term", hasItem("mooring bollards"))
                .body("[0].terms.term", not(hasItem("pier")))
                .body("[0].terms.find { it.term == 'mooring bollards' }.items.itemId", hasItem("rising-5"));
    }

    private Fixtures.ItemBuilder item(String id, String title) {
        return Fixtures.newsItem().id(id).title(title).published(recently);
    }

    @Test
    void aVerdictThatCannotBeUsedNamesEveryMember() {
        Desk.admin()
                .body(Map.of("issue", "nothing", "verdict", "perhaps", "act", "shrug", "itemId", "unheard-of"))
                .post("/api/feedback")
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("issue", "verdict", "act", "itemId"));
        Desk.admin()
                .body("{\"issue\": 7}")
                .post("/api/feedback")
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("issue", "verdict", "(body)"));
        given().contentType("application/json")
                .body("{}")
                .post("/api/feedback")
                .then()
                .statusCode(401);
        given().get("/api/review?limit=0&issue=piers")
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("1 to 500"));
        given().get("/api/review?before=yesterday").then().statusCode(400);
    }

    private static List<LabelledItem> labels() throws IOException {
        return LabelledItem.read(
                new StringReader(given().get("/api/feedback.jsonl").asString()));
    }
}
