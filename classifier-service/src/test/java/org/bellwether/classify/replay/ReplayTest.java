package org.bellwether.classify.replay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.bellwether.classify.Desk;
import org.bellwether.classify.OperatorsTaxonomy;
import org.bellwether.classify.Topics;
import org.bellwether.events.Tag;
import org.bellwether.events.TaggedItem;
import org.bellwether.messaging.EventJson;
import org.bellwether.testkit.EmbeddedStack;
import org.bellwether.testkit.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(OperatorsTaxonomy.class)
class ReplayTest {

    private static final String PATH = "/api/taxonomy/replay";

    @Inject
    MongoReplays replays;

    @BeforeEach
    void lineIsReady() {
        Desk.awaitReady();
    }

    @AfterEach
    void shippedAgain() {
        Desk.enforce(OperatorsTaxonomy.shipped());
    }

    @Test
    void aPeriodIsTaggedAnewByTheTaxonomyInForceUnderTheSameStory() {
        Topics.send(Fixtures.newsItem().id("canal").title("A canal is dug").buildItem());
        TaggedItem before = tagged(Topics.await("news.tagged", "canal", 1).get(0));
        Desk.enforce(OperatorsTaxonomy.with("canals", "0.5", "canal"));

        String place = ask(Instant.now().minus(Duration.ofHours(1)), Instant.now())
                .then()
                .statusCode(202)
                .body("state", equalTo("running"))
                .extract()
                .header("Location");

        Awaitility.await()
                .atMost(Topics.PATIENCE)
                .untilAsserted(() -> given().get(place)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("done"))
                        .body("progress.written", greaterThanOrEqualTo(1))
                        .body("ended", not(emptyOrNullString())));
        TaggedItem after = tagged(Topics.await("news.tagged", "canal", 2).get(1));
        assertThat(after.item()).isEqualTo(before.item());
        assertThat(after.storyId()).isEqualTo(before.storyId());
        assertThat(after.tags()).extracting(Tag::issue).contains("canals");
        assertThat(after.taggedAt()).isAfter(before.taggedAt());
        given().get(PATH).then().body("[0].state", equalTo("done"));
    }

    @Test
    void whileOneRunsNoOtherBegins() {
        assertThat(replays.take("elsewhere", Instant.now())).isTrue();

        ask(Instant.now().minusSeconds(60), Instant.now())
                .then()
                .statusCode(409)
                .header("Retry-After", equalTo("30"));

        replays.leave("elsewhere");
    }

    @Test
    void oneWhoseServiceWasStoppedIsInterruptedAndTheNextMayBegin() {
        Instant then = Instant.now().minus(Duration.ofHours(2));
        assertThat(replays.take("stopped", then)).isTrue();
        replays.save(Replay.begin("stopped", then.minusSeconds(9), then, "admin", then, "sha256:taxonomy"));

        given().get(PATH + "/stopped").then().statusCode(200).body("state", equalTo("interrupted"));
        assertThat(replays.take("next", Instant.now())).isTrue();
        assertThat(replays.keep("stopped", Instant.now())).isFalse();
        replays.leave("next");
        given().get(PATH + "/unheard-of").then().statusCode(404);
    }

    @Test
    void aPeriodThatCannotBeNamesWhatIsWrong() {
        Desk.admin()
                .body("{\"from\": \"yesterday\"}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("from", "to"));
        ask(Instant.now(), Instant.now().minusSeconds(1)).then().statusCode(400);
        ask(Instant.now(), Instant.now().plusSeconds(900)).then().statusCode(400);
        given().contentType("application/json").body("{}").post(PATH).then().statusCode(401);
    }

    private static Response ask(Instant from, Instant to) {
        return Desk.admin()
                .body(Map.of("from", from.toString(), "to", to.toString()))
                .post(PATH);
    }

    private static TaggedItem tagged(ConsumerRecord<String, byte[]> record) {
        return EventJson.read(record.value(), TaggedItem.class);
    }
}
