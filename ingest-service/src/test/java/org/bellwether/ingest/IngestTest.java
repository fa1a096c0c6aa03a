package org.bellwether.ingest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bellwether.ingest.Rss.feed;
import static org.bellwether.ingest.Rss.item;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bellwether.events.DateProvenance;
import org.bellwether.events.NewsItem;
import org.bellwether.events.SourceStatus.State;
import org.bellwether.events.Topic;
import org.bellwether.messaging.EventJson;
import org.bellwether.testkit.Contract;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.api.Test;

/** The whole service on a real broker, a real store and a real feed server. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(PolledFeeds.class)
class IngestTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final FeedServer server = PolledFeeds.server();

    @Test
    void aNewEntryBecomesExactlyOneRecordHoweverOftenItIsPolled() {
        server.serve("news", feed(item("n1", "Washington asks Seoul for more")));
        await().atMost(SOON).until(() -> !TopicReader.items("news").isEmpty());
        awaitPolls("news", 3);

        List<ConsumerRecord<String, byte[]>> records = TopicReader.records(Topic.NEWS_ITEMS).stream()
                .filter(found -> TopicReader.header(found, "ce_source").equals("/ingest-service/feeds/news"))
                .toList();

        assertThat(records).hasSize(1);
        NewsItem item = EventJson.read(records.get(0).value(), NewsItem.class);
        assertThat(item.title()).isEqualTo("Washington asks Seoul for more");
        assertThat(item.text()).isEqualTo("What was said about n1.");
        assertThat(item.url()).isEqualTo("https://post.example/n1");
        assertThat(item.published()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(item.publishedProvenance()).isEqualTo(DateProvenance.STATED);
        assertThat(item.publisher().owner()).isEqualTo("morning-post");
        assertThat(records.get(0).key()).isEqualTo(item.id());
        assertThat(TopicReader.header(records.get(0), "ce_id")).isEqualTo(item.id() + "/1");
        assertThat(TopicReader.header(records.get(0), "ce_type")).isEqualTo("org.bellwether.NewsItem.v1");
        assertThat(TopicReader.header(records.get(0), "content-type")).isEqualTo("application/json");
    }

    @Test
    void aChangedTitleIsTheSecondVersionOfTheSameItem() {
        server.serve("corrected", feed(item("c1", "Talks begin")));
        await().atMost(SOON).until(() -> TopicReader.items("corrected").size() == 1);
        server.serve("corrected", feed(item("c1", "Talks end")));
        await().atMost(SOON).until(() -> TopicReader.items("corrected").size() == 2);

        List<NewsItem> versions = TopicReader.items("corrected");

        assertThat(versions).extracting(NewsItem::version).containsExactly(1, 2);
        assertThat(versions)
                .extracting(NewsItem::id)
                .containsOnly(versions.get(0).id());
    }

    @Test
    void whatTheServerSaysIsUnchangedIsNotReadAgain() {
        server.serve("cached", feed(item("h1", "Tariffs stay")));
        await().atMost(SOON).until(() -> TopicReader.items("cached").size() == 1);
        int before = server.unchanged("cached");

        await().atMost(SOON).until(() -> server.unchanged("cached") >= before + 3);

        assertThat(TopicReader.items("cached")).hasSize(1);
        when().get("/api/feeds/cached").then().statusCode(200).body("state", equalTo("ok"));
    }

    @Test
    void feedsThatFailAreDiagnosedWhileOthersGoOn() {
        server.fail("broken", 500);
        server.servePage("page", "<!DOCTYPE html><html><head><title>Hello</title></head><body>Hi</body></html>");
        server.hold("slow", 30);

        await().atMost(SOON)
                .until(() -> Stream.of("broken", "page", "slow")
                        .allMatch(feed -> ask("/api/feeds/" + feed, "state").equals("failing")));

        when().get("/api/feeds/broken")
                .then()
                .body("state", equalTo("failing"))
                .body("diagnosis", containsString("500"))
                .body("nextPollReason", containsString("failure"))
                .body("consecutiveFailures", greaterThan(0));
        when().get("/api/feeds/page").then().body("diagnosis", containsString("HTML"));
        when().get("/q/health/ready").then().statusCode(200);
        awaitPolls("news", 3);
        assertThat(TopicReader.statuses("broken")).anyMatch(status -> status.state() == State.FAILING);
        assertThat(TopicReader.statuses("closed"))
                .allMatch(status ->
                        status.state() == State.DISABLED && status.diagnosis().equals("gone since May"))
                .isNotEmpty();
    }

    @Test
    void aThousandNewEntriesArePublishedInOneGo() {
        server.serve("bulk", feed(IntStream.range(0, 1000).mapToObj(i -> item("b" + i, "Headline number " + i))));

        await().atMost(SOON)
                .until(() -> ask("/api/feeds/bulk", "itemsPublished").equals(1000));

        assertThat(TopicReader.items("bulk")).hasSize(1000);
        when().get("/q/metrics")
                .then()
                .body(containsString("bellwether_items_published_total"))
                .body(containsString("bellwether_feed_polls_total{outcome=\"unchanged\"}"))
                .body(containsString("bellwether_feed_polls_total{outcome=\"read\"}"))
                .body(containsString("bellwether_feeds{state=\"disabled\"} 1.0"));
    }

    @Test
    void withTheBrokerAwayItWaitsAndLosesNothing() {
        EmbeddedStack.broker().stop();
        try {
            server.serve("brokerless", feed(item("o1", "Summit is off")));
            await().atMost(SOON).until(() -> !isReady());
            when().get("/q/health/ready")
                    .then()
                    .body("checks.find { it.name == 'broker and store' }.status", equalTo("DOWN"));
            when().get("/q/health/live").then().statusCode(200);
            await().atMost(SOON)
                    .until(() -> "waiting for the broker".equals(ask("/api/feeds/brokerless", "nextPollReason")));
        } finally {
            EmbeddedStack.broker().restart();
        }

        await().atMost(SOON)
                .untilAsserted(() -> when().get("/q/health/ready").then().statusCode(200));
        await().atMost(SOON).until(() -> !TopicReader.items("brokerless").isEmpty());
        assertThat(TopicReader.items("brokerless"))
                .extracting(NewsItem::id)
                .containsOnly(TopicReader.items("brokerless").get(0).id());
    }

    @Test
    void withTheStoreAwayItWaitsAndLosesNothing() {
        EmbeddedStack.store().stop();
        try {
            server.serve("storeless", feed(item("s1", "Leaflets again")));
            await().atMost(SOON).until(() -> !isReady());
        } finally {
            EmbeddedStack.store().restart();
        }

        await().atMost(SOON)
                .untilAsserted(() -> when().get("/q/health/ready").then().statusCode(200));
        await().atMost(SOON).until(() -> !TopicReader.items("storeless").isEmpty());
        when().get("/api/feeds/storeless").then().body("itemsPublished", equalTo(1));
    }

    @Test
    void whatItWritesKeepsTheContracts() {
        server.serve("contract", feed(item("k1", "방위비 분담금 협상")));
        await().atMost(SOON).until(() -> !TopicReader.items("contract").isEmpty());

        for (Topic topic : List.of(Topic.NEWS_ITEMS, Topic.SOURCES)) {
            Contract contract = Contract.of(topic);
            assertThat(TopicReader.records(topic))
                    .isNotEmpty()
                    // What is taken back has no body.
                    .filteredOn(found -> found.value() != null)
                    .allSatisfy(found ->
                            assertThat(contract.violations(found.value())).isEmpty());
        }
    }

    @Test
    void anAdminHasAFeedPolledNow() {
        server.serve("rare", feed(item("q1", "Nobody would have asked before tomorrow")));
        String path = "/api/feeds/rare/poll";

        when().post(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Basic"))
                .contentType("application/problem+json");
        given().auth().preemptive().basic("admin", "wrong").post(path).then().statusCode(401);
        Admin.asks().post("/api/feeds/nowhere/poll").then().statusCode(404);
        Admin.asks().post("/api/feeds/closed/poll").then().statusCode(409).body("detail", containsString("closed"));
        Admin.asks().post(path).then().statusCode(202);
        await().atMost(SOON).until(() -> TopicReader.items("rare").size() == 1);
        await().atMost(SOON).until(() -> polls("rare") >= 1);
        server.serve("rare", feed(item("q2", "Nor this")));

        Admin.asks().post(path).then().statusCode(202).body("poll", equalTo("now"));

        await().atMost(SOON).until(() -> TopicReader.items("rare").size() == 2);
    }

    @Test
    void theCatalogueIsListedWithItsHealth() {
        when().get("/api/feeds")
                .then()
                .statusCode(200)
                .body("id", hasItems("news", "closed"))
                .body("find { it.id == 'closed' }.state", equalTo("disabled"))
                .body("find { it.id == 'closed' }.enabled", equalTo(false))
                .body("find { it.id == 'news' }.interval", equalTo("PT0.3S"));
        when().get("/api/feeds/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("nowhere"));
        given().accept("application/json").get("/q/openapi").then().body(containsString("/api/feeds/preview"));
    }

    private void awaitPolls(String feed, int more) {
        int before = polls(feed);
        await().atMost(SOON).until(() -> polls(feed) >= before + more);
    }

    private static int polls(String feed) {
        return (int) ask("/api/feeds/" + feed, "polls");
    }

    private static boolean isReady() {
        return when().get("/q/health/ready").statusCode() == 200;
    }

    private static Object ask(String path, String member) {
        return when().get(path).then().extract().path(member);
    }
}
