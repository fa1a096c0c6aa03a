package org.bellwether.ingest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bellwether.events.NewsItem;
import org.bellwether.testkit.EmbeddedStack;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a hub can do at the callback of the running service, and what somebody else cannot. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(PolledFeeds.class)
class WebSubCallbackTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String FEED = "hubbed";
    private static final String TOPIC = "https://post.example/hubbed";
    private static final TestHub HUB = new TestHub();

    @Inject
    MongoDatabase database;

    @TestHTTPResource("/")
    private URI service;

    @AfterAll
    static void stop() {
        HUB.close();
    }

    @BeforeEach
    void subscribe() {
        PolledFeeds.server().serve(FEED, document("pushed-0"));
        await().atMost(SOON).until(() -> !HUB.asked().isEmpty());
        verify("subscribe", TOPIC).then().statusCode(200).body(equalTo("shibboleth"));
    }

    @Test
    void whatTheHubPushesIsPublishedOnceAndShown() {
        String pushed = document("pushed-1");

        push("pushed-1", pushed, TestHub.signature("SHA256", asked("hub.secret"), pushed));
        PolledFeeds.server().serve(FEED, document("pushed-0", "pushed-1"));
        await().atMost(SOON)
                .untilAsserted(() -> when().get("/api/feeds/hubbed").then().body("nextPollCause", equalTo("pushed")));

        when().get("/api/feeds/hubbed")
                .then()
                .body("push.state", equalTo("active"))
                .body("push.hub", equalTo(HUB.url()))
                .body("push.leaseUntil", notNullValue())
                .body("push.lastPush", notNullValue());
        assertThat(titles().stream().filter("Title of pushed-1"::equals)).hasSize(1);
        assertThat(when().get("/api/feeds/hubbed").asString())
                .doesNotContain(token())
                .doesNotContain(asked("hub.secret"));
        when().get("/q/metrics")
                .then()
                .body(containsString("bellwether_feed_pushes_total{outcome=\"accepted\"}"))
                .body(containsString("bellwether_push_subscriptions"));
    }

    @Test
    void whatIsNotSignedAsAgreedIsPassedOverAndNothingIsPolledForIt() {
        int asked = PolledFeeds.server().asked("rare");
        String forged = document("forged").replace("post.example/hubbed", "127.0.0.1:1/rare");

        send(forged, null);
        send(forged, TestHub.signature("SHA256", "guessed", forged));
        send(forged, "sha256=zz");

        when().get("/q/metrics")
                .then()
                .body(containsString("bellwether_feed_pushes_total{outcome=\"ignored-signature\"}"));
        assertThat(titles()).doesNotContain("Title of forged");
        assertThat(PolledFeeds.server().asked("rare")).isEqualTo(asked);
    }

    @Test
    void whatAHubOnPlainHttpSendsIsNotReadButHasItsFeedPolled() throws IOException {
        try (TestHub plain = TestHub.plain()) {
            String topic = "https://post.example/hinted";
            PolledFeeds.server().serve("hinted", Rss.pushed(plain.url(), topic, "hinted-0"));
            await().atMost(SOON).until(() -> !plain.asked().isEmpty());
            String callback = plain.asked().get(0).get("hub.callback");

            String token = callback.substring(callback.lastIndexOf('/') + 1);
            for (String padding : new String[] {"", " ".repeat(900_000)}) {
                given().contentType("application/rss+xml")
                        .body(Rss.pushed(plain.url(), topic, "hinted-forged") + padding)
                        .post("/websub/" + token)
                        .then()
                        .statusCode(202);
            }
            assertThat(answerBeforeTheBodyEnds(token)).isEqualTo("HTTP/1.1 202");

            assertThat(plain.asked().get(0)).doesNotContainKey("hub.secret");
            when().get("/q/metrics").then().body(containsString("bellwether_feed_pushes_total{outcome=\"hinted\"}"));
            PolledFeeds.server().serve("hinted", Rss.pushed(plain.url(), topic, "hinted-0", "hinted-1"));
            await().atMost(SOON)
                    .until(() -> TopicReader.items("hinted").stream()
                            .map(NewsItem::title)
                            .anyMatch("Title of hinted-1"::equals));
            assertThat(TopicReader.items("hinted"))
                    .extracting(NewsItem::title)
                    .doesNotContain("Title of hinted-forged");
        }
    }

    @Test
    void aPushForAFeedThatIsNotInTheCatalogueHereIsNotedForWhoHasIt() {
        String state = "feeds";
        String subscriptions = "subscriptions";
        Document told = copied(state);
        Document subscription = copied(subscriptions)
                .append("token", "elsewhere.token")
                .append("secret", "secret")
                .append("nextAsk", Date.from(Instant.now().plus(Duration.ofDays(1))))
                .append("due", Date.from(Instant.now().plus(Duration.ofDays(1))));
        database.getCollection(state).insertOne(told);
        database.getCollection(subscriptions).insertOne(subscription);
        String pushed = document("elsewhere-1");

        given().contentType("application/rss+xml")
                .header("X-Hub-Signature", TestHub.signature("SHA256", "secret", pushed))
                .body(pushed.getBytes(StandardCharsets.UTF_8))
                .post("/websub/elsewhere.token")
                .then()
                .statusCode(202);

        assertThat(database.getCollection(subscriptions)
                        .find(Filters.eq("_id", "elsewhere"))
                        .first())
                .containsEntry("state", "ACTIVE")
                .hasEntrySatisfying("wanted", wanted -> assertThat(wanted).isNotNull());
        for (String kept : new String[] {state, subscriptions}) {
            database.getCollection(kept).deleteOne(Filters.eq("_id", "elsewhere"));
        }
    }

    private Document copied(String collection) {
        Document of = Objects.requireNonNull(
                database.getCollection(collection).find(Filters.eq("_id", FEED)).first());
        return new Document(of).append("_id", "elsewhere");
    }

    @Test
    void nobodyElseHasACallback() {
        for (String token : new String[] {"hubbed.AAAA", "hubbed", "nowhere.AAAA", "%00.x", token() + "A"}) {
            given().urlEncodingEnabled(false)
                    .contentType("application/rss+xml")
                    .body(document("x"))
                    .post("/websub/" + token)
                    .then()
                    .statusCode(404);
            given().urlEncodingEnabled(false)
                    .queryParam("hub.mode", "subscribe")
                    .queryParam("hub.topic", TOPIC)
                    .queryParam("hub.challenge", "hello")
                    .get("/websub/" + token)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void anothersTopicIsNotConfirmedAndAChallengeIsPlainText() {
        verify("subscribe", "https://other.example/feed").then().statusCode(404);
        verify("unsubscribe", TOPIC).then().statusCode(404);
        verify("publish", TOPIC).then().statusCode(404);
        given().queryParam("hub.mode", "subscribe")
                .queryParam("hub.topic", TOPIC)
                .queryParam("hub.challenge", "<script>alert(1)</script>")
                .get("/websub/" + token())
                .then()
                .statusCode(200)
                .contentType(containsString("text/plain"))
                .header("X-Content-Type-Options", "nosniff")
                .body(equalTo("<script>alert(1)</script>"));
    }

    @Test
    void aBodyBeyondTheCapIsRefusedBeforeItIsJudged() {
        given().contentType("application/rss+xml")
                .body(" ".repeat((1 << 20) + 1))
                .post("/websub/" + token())
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void whatIsHandedOnAsSomethingThatIsNoMediaTypeIsReadAllTheSame() {
        String pushed = document("pushed-3");
        EncoderConfig asItIs = EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);

        given().config(RestAssured.config().encoderConfig(asItIs))
                .header("Content-Type", "text/xml, text/html")
                .header("X-Hub-Signature", TestHub.signature("SHA256", asked("hub.secret"), pushed))
                .body(pushed.getBytes(StandardCharsets.UTF_8))
                .post("/websub/" + token())
                .then()
                .statusCode(202);

        await().atMost(SOON).until(() -> titles().contains("Title of pushed-3"));
    }

    /** This path is open to the Internet, and so are the methods that come. */
    @Test
    void methodsThatHttpDoesNotDefineAreCountedAsOne() {
        for (int i = 0; i < 3; i++) {
            given().request("FOO" + i, "/websub/nobody").then().statusCode(greaterThanOrEqualTo(400));
        }

        await().untilAsserted(() -> when().get("/q/metrics")
                .then()
                .body(containsString("method=\"OTHER\""))
                .body(not(containsString("method=\"FOO"))));
    }

    @Test
    void whoNeverFinishesABodyDoesNotHoldUpTheOthers() throws IOException {
        try (Socket slow = new Socket(service.getHost(), service.getPort())) {
            OutputStream out = slow.getOutputStream();
            out.write(("POST /websub/" + token() + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n<rss")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String pushed = document("pushed-2");

            push("pushed-2", pushed, TestHub.signature("SHA512", asked("hub.secret"), pushed));
        }
    }

    private String answerBeforeTheBodyEnds(String token) throws IOException {
        try (Socket slow = new Socket(service.getHost(), service.getPort())) {
            slow.setSoTimeout((int) SOON.toMillis() / 2);
            slow.getOutputStream()
                    .write(("POST /websub/" + token
                                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n<rss")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(slow.getInputStream().readNBytes("HTTP/1.1 202".length()), StandardCharsets.US_ASCII);
        }
    }

    private static Response verify(String mode, String topic) {
        return given().queryParam("hub.mode", mode)
                .queryParam("hub.topic", topic)
                .queryParam("hub.challenge", "shibboleth")
                .queryParam("hub.lease_seconds", "864000")
                .get("/websub/" + token());
    }

    private static void send(String body, @Nullable String signature) {
        given().contentType("application/rss+xml; charset=utf-8")
                .headers(signature == null ? Map.of() : Map.of("X-Hub-Signature", signature))
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/websub/" + token())
                .then()
                .statusCode(202);
    }

    private static void push(String id, String body, String signature) {
        send(body, signature);
        await().atMost(SOON).until(() -> titles().contains("Title of " + id));
    }

    private static String token() {
        String callback = asked("hub.callback");
        assertThat(callback).startsWith("https://ingest.example.org/websub/hubbed.");
        return callback.substring(callback.lastIndexOf('/') + 1);
    }

    private static String asked(String field) {
        return HUB.asked().get(0).get(field);
    }

    private static List<String> titles() {
        return TopicReader.items(FEED).stream().map(NewsItem::title).toList();
    }

    private static String document(String... ids) {
        return Rss.pushed(HUB.url(), TOPIC, ids);
    }
}
