package org.bellwether.alert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bellwether.testkit.Fixtures.taggedItem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.bellwether.events.Act;
import org.bellwether.events.Alert;
import org.bellwether.events.Issue;
import org.bellwether.events.LocalText;
import org.bellwether.events.Publisher;
import org.bellwether.events.Quantity;
import org.bellwether.events.SourceKind;
import org.bellwether.events.SourceStatus;
import org.bellwether.events.TaggedItem;
import org.bellwether.messaging.DeadLetter;
import org.bellwether.messaging.EventJson;
import org.bellwether.testkit.EmbeddedStack;
import org.bellwether.testkit.Fixtures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tagged items in, alerts and archive out, on a real broker and store. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class AlertLineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static Instant recently;
    private static TestLine line;

    /** Before the first test, not before all: only then is the service's port known. */
    @BeforeEach
    void connect() {
        if (line != null) {
            return;
        }
        recently = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(120);
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        line = new TestLine();
        sendIssue("sma-renegotiation", 0);
        awaitIssue("sma-renegotiation", true);
    }

    @AfterAll
    static void disconnect() {
        line.close();
    }

    @Test
    void itemsLeadToOneAlertOneStateAndTheArchiveHoweverOftenTheyCome() {
        List<TaggedItem> items = List.of(demand("sma-1"), demand("sma-2"));
        items.forEach(AlertLineTest::send);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alerts("sma-demand")).hasSize(1));
        items.forEach(AlertLineTest::send);
        send(demand("sma-3"));
        awaitArchived("sma-3");
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/api/indicators/sma-demand")
                        .then()
                        .statusCode(200)
                        .body("state.status", equalTo("firing"), "state.episode", equalTo(1))
                        .body("state.items.itemId", hasItem("sma-3"))
                        .body("definition.rule.type", equalTo("distinct-publishers")));

        Alert alert = alerts("sma-demand").get(0);
        assertThat(alerts("sma-demand")).hasSize(1);
        assertThat(alert.items()).extracting(item -> item.itemId()).containsExactlyInAnyOrder("sma-1", "sma-2");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        given().get("/api/alerts?indicator=sma-demand").then().body("alert.id", contains(alert.id())));
        given().get("/api/alerts/" + alert.id()).then().body("alert.transition", equalTo("fired"));
    }

    @Test
    void anAlertIsAcknowledgedOnceByTheAdmin() {
        send(taggedItem()
                .id("nuke-1")
                .publisher("a", "a")
                .published(recently)
                .tag("nuclear-latency", Act.AGREEMENT)
                .build());
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/api/alerts?indicator=nuclear-redline")
                        .then()
                        .body("", hasSize(1)));
        String path = "/api/alerts/" + alerts("nuclear-redline").get(0).id() + "/ack";

        given().contentType("application/json")
                .body("{}")
                .post(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Basic"))
                .body("detail", containsString("log in"));
        given().auth()
                .preemptive()
                .basic("admin", "wrong")
                .contentType("application/json")
                .body("{}")
                .post(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Basic"))
                .body("detail", equalTo("wrong user or password"));
        for (String note : List.of("on it", "me too")) {
            given().auth()
                    .preemptive()
                    .basic("admin", "only-in-tests")
                    .contentType("application/json")
                    .body("{\"note\":\"" + note + "\"}")
                    .post(path)
                    .then()
                    .statusCode(200)
                    .body("acknowledgement.by", equalTo("admin"), "acknowledgement.note", equalTo("on it"));
        }
    }

    @Test
    void aNewerVersionStaysWhateverComesAfterwards() {
        send(report("versions", 2, "Corrected"));
        send(report("versions", 1, "First"));
        send(report("versions-after", 1, "After"));
        awaitArchived("versions-after");
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/api/items/versions")
                        .then()
                        .body("item.version", equalTo(2), "item.title", equalTo("Corrected")));
    }

    @Test
    void ofAVersionThatIsTaggedAnewTheLaterReadingStaysWhateverComesAfterwards() {
        send(report("anew", 1, "Anew"));
        send(tagged("anew").taggedAfter(Duration.ofHours(1)).build());
        awaitTag("anew", "nuclear-latency");
        send(report("anew", 1, "Anew"));
        send(report("anew-after", 1, "After"));
        awaitArchived("anew-after");

        awaitTag("anew", "nuclear-latency");
    }

    private static void awaitTag(String id, String issue) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/api/items/" + id).then().body("tags.issue", contains(issue)));
    }

    private static Fixtures.ItemBuilder tagged(String id) {
        return taggedItem().id(id).title("Anew").published(recently).tag("nuclear-latency", Act.REMARK);
    }

    @Test
    void whatComesWhileTheStoreIsAwayIsArchivedAfterwards() {
        EmbeddedStack.store().stop();
        try {
            send(report("while-away", 1, "Meanwhile"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503));
            given().get("/api/items").then().statusCode(503).contentType("application/problem+json");
        } finally {
            EmbeddedStack.store().restart();
        }
        awaitArchived("while-away");
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void aBrokerThatIsAwayIsToldByReadinessAndNotByLiveness() {
        EmbeddedStack.broker().stop();
        try {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> given().get("/q/health/ready")
                            .then()
                            .statusCode(503)
                            .body("checks.find { it.name == 'broker' }.data.reason", containsString("Timed out")));
            given().get("/q/health/live").then().statusCode(200);
        } finally {
            EmbeddedStack.broker().restart();
        }
        send(report("broker-back", 1, "The broker is back"));
        awaitArchived("broker-back");
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"news.tagged", "alerts", "indicators", "sources", "issues"})
    void aPoisonRecordGoesToTheDeadLettersAndTheLineGoesOn(String topic) {
        String poison = "{\"poison\": \"" + topic + "\"}";
        line.sendRaw(topic, "poison", poison.getBytes(StandardCharsets.UTF_8));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(line.all(topic + ".dlq")).anySatisfy(letter -> {
                    assertThat(letter.value()).asString(StandardCharsets.UTF_8).isEqualTo(poison);
                    assertThat(StreamSupport.stream(letter.headers().spliterator(), false)
                                    .map(Header::key))
                            .contains(DeadLetter.REASON, DeadLetter.TOPIC, DeadLetter.OFFSET, DeadLetter.CONSUMER);
                    assertThat(letter.headers().lastHeader(DeadLetter.REASON).value())
                            .asString(StandardCharsets.UTF_8)
                            .matches("not an? [a-z ]+: \\w+ is missing");
                }));
        given().get("/q/metrics").then().body(containsString("bellwether_dead_letters_total{topic=\"" + topic + "\""));
        given().get("/q/health/ready").then().statusCode(200).body(containsString(topic + "["));
        String id = "after-" + topic.replace('.', '-');
        send(report(id, 1, "After the poison"));
        awaitArchived(id);
        line.send("sources", id, source(id));
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/api/sources").then().body("feedId", hasItem(id)));
    }

    @Test
    void aFigureTheStoreCannotHoldCostsThatRecordAndNotItsBatch() {
        TaggedItem odd = taggedItem()
                .id("odd-figure")
                .published(recently)
                .quantity("sma-renegotiation", Quantity.Kind.COUNT, "123456789012345678901234567890", "count")
                .build();
        send(report("before-odd", 1, "Before the odd figure"));
        send(odd);
        send(report("behind-odd", 1, "Behind the odd figure"));

        awaitArchived("before-odd");
        awaitArchived("behind-odd");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(keys(line.all("news.tagged.dlq")))
                        .contains("odd-figure")
                        .doesNotContain("before-odd", "behind-odd"));
        assertThat(line.all("news.tagged.dlq"))
                .filteredOn(letter -> "odd-figure".equals(letter.key()))
                .extracting(letter -> new String(
                        letter.headers().lastHeader(DeadLetter.REASON).value(), StandardCharsets.UTF_8))
                .contains("the archive cannot hold it: at quantities[0].value expected a whole number from "
                        + "-9223372036854775808 to 9223372036854775807, found 123456789012345678901234567890");
    }

    @Test
    void aTombstoneTakesAnIssueBack() {
        sendIssue("short-lived", 90);
        awaitIssue("short-lived", true);
        line.sendRaw("issues", "short-lived", null);
        awaitIssue("short-lived", false);
    }

    @Test
    void everyIndicatorTellsWhereItStands() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                given().get("/api/indicators").jsonPath().getList("state.reason.en"))
                        .hasSize(12)
                        .doesNotContainNull());
    }

    @Test
    void countsItemsByIssueAndHour() {
        send(taggedItem()
                .id("series-1")
                .published(recently)
                .tag("sma-renegotiation", Act.ANALYSIS)
                .build());
        awaitArchived("series-1");

        List<Integer> counts = given().get("/api/issues/sma-renegotiation/series?bucket=PT24H")
                .jsonPath()
                .getList("points.count");
        assertThat(counts).hasSizeBetween(7, 8);
        assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isPositive();
        given().get("/api/issues").then().body("find { it.id == 'sma-renegotiation' }.lastDay", equalTo(sum(counts)));
        given().get("/api/items?q=WASHINGTON asks&issue=sma-renegotiation&limit=1")
                .then()
                .body("", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/issues/sma/series,                                 404, known are",
        "/api/items?issue=sma,                                   404, known are",
        "/api/indicators/none,                                   404, sma-demand",
        "/api/alerts/none,                                       404, there is no alert 'none'",
        "/api/items/none,                                        404, there is no item 'none'",
        "/api/items?from=yesterday,                              400, must be an ISO-8601 instant",
        "/api/items?limit=0,                                     400, must be 1 to 500",
        "/api/issues/sma-renegotiation/series?bucket=hour,       400, must be an ISO-8601 duration",
        "/api/issues/sma-renegotiation/series?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, 400, from: must not be after to",
        "/api/issues/sma-renegotiation/series?from=2000-01-01T00:00:00Z, 400, buckets; at most",
    })
    void badInputIsAnsweredWithThePlaceAndTheWayOut(String path, int status, String words) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get(path)
                        .then()
                        .statusCode(status)
                        .contentType("application/problem+json")
                        .body("detail", containsString(words)));
    }

    private static List<String> keys(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().map(ConsumerRecord::key).toList();
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    private static TaggedItem demand(String id) {
        return taggedItem()
                .id(id)
                .publisher(id, id)
                .published(recently)
                .tag("sma-renegotiation", Act.DEMAND)
                .build();
    }

    private static TaggedItem report(String id, int version, String title) {
        return taggedItem()
                .id(id)
                .version(version)
                .title(title)
                .published(recently)
                .build();
    }

    private static SourceStatus source(String id) {
        return new SourceStatus(
                id,
                "Feed",
                "https://news.example/feed",
                new Publisher("Morning Post", "morning", SourceKind.NEWS, "KR"),
                "en",
                SourceStatus.State.OK,
                null,
                recently,
                recently,
                recently,
                recently,
                null,
                0,
                1,
                recently,
                null,
                null);
    }

    private static void sendIssue(String id, int position) {
        LocalText words = new LocalText(id, id);
        line.send("issues", id, new Issue(id, words, words, position, "sha256:taxonomy"));
    }

    private static void awaitIssue(String id, boolean there) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(given().get("/api/issues")
                                .jsonPath()
                                .getList("id")
                                .contains(id))
                        .isEqualTo(there));
    }

    private static void send(TaggedItem item) {
        line.send("news.tagged", item.item().id(), item);
    }

    private static void awaitArchived(String id) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/api/items/" + id).then().statusCode(200));
    }

    private static List<Alert> alerts(String indicator) {
        return line.all("alerts").stream()
                .filter(record -> indicator.equals(record.key()))
                .map(record -> EventJson.read(record.value(), Alert.class))
                .toList();
    }
}
