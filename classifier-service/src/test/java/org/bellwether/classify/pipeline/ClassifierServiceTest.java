package org.bellwether.classify.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.classify.Topics.await;
import static org.bellwether.classify.Topics.send;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.bellwether.events.NewsItem;
import org.bellwether.events.TaggedItem;
import org.bellwether.messaging.EventJson;
import org.bellwether.testkit.EmbeddedStack;
import org.bellwether.testkit.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class ClassifierServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @BeforeEach
    void lineIsReady() {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void itemComesOutTaggedWithItsContext() {
        NewsItem item = Fixtures.newsItem()
                .id("tagged-1")
                .title("트럼프, 방위비 분담금 100억 달러로 인상 요구")
                .text("")
                .buildItem();

        send("tagged-1", EventJson.write(item));

        ConsumerRecord<String, byte[]> record =
                await("news.tagged", "tagged-1", 1).get(0);
        TaggedItem tagged = EventJson.read(record.value(), TaggedItem.class);
        assertThat(tagged.item()).isEqualTo(item);
        assertThat(tagged.language()).isEqualTo("ko");
        assertThat(tagged.tags()).extracting("issue").contains("sma-renegotiation");
        assertThat(tagged.quantities()).extracting("about").contains("sma-renegotiation");
        assertThat(header(record, "ce_type")).isEqualTo("org.bellwether.TaggedItem.v1");
    }

    @Test
    void sameItemAgainAndItsCopyElsewhereAreOneStory() {
        String text = "Officials in Washington and Seoul met on Tuesday to discuss the schedule of the summer drill, "
                + "the size of the field training and what to tell reporters about both.";
        NewsItem first = Fixtures.newsItem().id("story-a").text(text).buildItem();
        NewsItem copy = Fixtures.newsItem().id("story-b").text(text).buildItem();

        send("story-a", EventJson.write(first));
        String story = story(await("news.tagged", "story-a", 1).get(0));
        send("story-b", EventJson.write(copy));
        send("story-a", EventJson.write(first));

        assertThat(story(await("news.tagged", "story-b", 1).get(0))).isEqualTo(story);
        assertThat(story(await("news.tagged", "story-a", 2).get(1))).isEqualTo(story);
    }

    @Test
    void recordThatIsNoItemIsSetAsideAndTheLineGoesOn() {
        send("broken", "{\"id\":1".getBytes(StandardCharsets.UTF_8));
        send("after", EventJson.write(Fixtures.newsItem().id("after").buildItem()));

        ConsumerRecord<String, byte[]> letter =
                await("news.items.dlq", "broken", 1).get(0);
        assertThat(header(letter, "dead-letter-reason")).contains("not a news item: cannot be read as JSON");
        assertThat(header(letter, "dead-letter-topic")).isEqualTo("news.items");
        assertThat(await("news.tagged", "after", 1)).isNotEmpty();
    }

    @Test
    void itemNoStoreCanHoldIsSetAsideAndTheLineGoesOn() {
        NewsItem item =
                Fixtures.newsItem().id("bronze-age").title("트럼프, 방위비 분담금 인상 요구").buildItem();
        String valid = new String(EventJson.write(item), StandardCharsets.UTF_8);
        String ancient =
                valid.replaceFirst("\"published\":\"[^\"]+\"", "\"published\":\"-1000000000-01-01T00:00:00Z\"");
        send("bronze-age", ancient.getBytes(StandardCharsets.UTF_8));
        send("modern", EventJson.write(Fixtures.newsItem().id("modern").buildItem()));

        ConsumerRecord<String, byte[]> letter =
                await("news.items.dlq", "bronze-age", 1).get(0);
        assertThat(header(letter, "dead-letter-reason")).contains("published");
        assertThat(await("news.tagged", "modern", 1)).isNotEmpty();
    }

    @Test
    void itemFetchedCenturiesAgoIsNotWrittenForEver() {
        String valid =
                new String(EventJson.write(Fixtures.newsItem().id("old-clock").buildItem()), StandardCharsets.UTF_8);
        String old = valid.replaceFirst("\"fetched\":\"[^\"]+\"", "\"fetched\":\"1600-01-01T00:00:00Z\"");
        send("old-clock", old.getBytes(StandardCharsets.UTF_8));
        send(
                "old-clock",
                EventJson.write(
                        Fixtures.newsItem().id("old-clock").title("next").buildItem()));

        assertThat(await("news.tagged", "old-clock", 2))
                .extracting(record ->
                        EventJson.read(record.value(), TaggedItem.class).item().title())
                .last()
                .isEqualTo("next");
    }

    @Test
    void itemsWrittenWhileTheStoreIsAwayAreTaggedWhenItIsBack() {
        EmbeddedStack.store().stop();
        send("patient", EventJson.write(Fixtures.newsItem().id("patient").buildItem()));
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503));
        EmbeddedStack.store().restart();

        assertThat(await("news.tagged", "patient", 1)).isNotEmpty();
    }

    @Test
    void issuesAreAnnounced() {
        assertThat(await("issues", "sma-renegotiation", 1)).isNotEmpty();
    }

    @Test
    void classifyAnswersInOrderAndForm() {
        given().contentType(ContentType.JSON)
                .body(List.of(
                        Map.of("id", "one", "title", "Pentagon weighs cutting US troops in South Korea to 22,000"),
                        Map.of("id", "two", "text", "재건축 아파트 분담금")))
                .post("/api/classify")
                .then()
                .statusCode(200)
                .body("id", equalTo(List.of("one", "two")))
                .body("[0].tags.issue", hasItem("usfk-troop-levels"))
                .body("[1].tags.size()", equalTo(0))
                .body("[1].language", equalTo("ko"));
    }

    @Test
    void demandInPluralsIsTheSameDemand() {
        given().contentType(ContentType.JSON)
                .body(Map.of("title", "Trump demands Seoul pay $10 billion a year to keep US troops"))
                .post("/api/classify")
                .then()
                .statusCode(200)
                .body("tags[0].issue", equalTo("sma-renegotiation"))
                .body("tags[0].act", equalTo("demand"))
                .body("quantities[0].about", equalTo("sma-renegotiation"));
    }

    @Test
    void classifySaysWhichFieldOfWhichItemIsWrong() {
        given().contentType(ContentType.JSON)
                .body("[{\"title\":\"fine\"},{\"title\":7}]")
                .post("/api/classify")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("[1].title"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                        | (body) | has neither title nor text; give one of them or both
            {"title":null,"text":" "} | (body) | has neither title nor text; give one of them or both
            [{"title":"fine"},{}]     | [1]    | has neither title nor text; give one of them or both
            [{"title":"fine"},5]      | [1]    | an item is an object with title, text or both
            {"title":"a","language":"xx"}    | language     | must be a BCP 47 tag that begins with a language code of ISO 639, two letters or three, such as ko, en-US or yue; may be left out or blank
            {"title":"a","language":"en_US"} | language     | must be a BCP 47 tag that begins with a language code of ISO 639, two letters or three, such as ko, en-US or yue; may be left out or blank
            {"title":"a","language":"x-desk"} | language     | must be a BCP 47 tag that begins with a language code of ISO 639, two letters or three, such as ko, en-US or yue; may be left out or blank
            {"title":"a","language":"klingon"} | language     | must be a BCP 47 tag that begins with a language code of ISO 639, two letters or three, such as ko, en-US or yue; may be left out or blank
            [{"title":"a","kind":"banana"}]  | [0].kind     | must be one of news, gov, thinktank; may be left out or blank
            {bad                      | (body) | cannot be read as JSON at line 1, column 2
            null                      | (body) | an item is an object with title, text or both
            """)
    void classifyRefusesWhatIsNoItem(String body, String field, String message) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/classify")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"))
                .body("violations[0].field", equalTo(field))
                .body("violations[0].message", equalTo(message));
    }

    @ParameterizedTest
    @CsvSource({
        "ko-KR, news",
        "yue, gov",
        "und, ThinkTank",
        "und-Latn, news",
        "hbo, gov",
        "qaa, gov",
        "'', ''",
        "' ', ' '"
    })
    void classifyTakesEveryLanguageAndKindThereIs(String language, String kind) {
        given().contentType(ContentType.JSON)
                .body(Map.of("title", "2026", "language", language, "kind", kind))
                .post("/api/classify")
                .then()
                .statusCode(200)
                .body("language", equalTo(language.isBlank() ? "und" : language));
    }

    @Test
    void textBeyondAnyReadersLimitIsRefusedInOurWords() {
        given().contentType(ContentType.JSON)
                .body("{\"title\":\"" + "a".repeat(21_000_000) + "\"}")
                .post("/api/classify")
                .then()
                .statusCode(anyOf(equalTo(400), equalTo(413)))
                .body(not(containsString("StreamReadConstraints")));
    }

    @Test
    void hugeAndBrokenTextIsAnsweredInTime() {
        String text = "\ud800 주한미군 감축 " + "a".repeat(2_000_000) + " 방위비 ".repeat(300_000) + "\udfff";
        given().contentType(ContentType.JSON)
                .body(Map.of("title", "\udc00", "text", text))
                .post("/api/classify")
                .then()
                .statusCode(200)
                .body("tags.issue", hasItem("usfk-troop-levels"));
    }

    @Test
    void draftTaxonomyIsJudgedWithLines() {
        given().contentType(ContentType.TEXT)
                .body("issues:\n  - id: Bad Id\n")
                .post("/api/taxonomy/validate")
                .then()
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("violations.path", hasItem("issues[0].id"));
        given().get("/api/taxonomy").then().statusCode(200).body("issues.size()", equalTo(18));
    }

    private static String story(ConsumerRecord<String, byte[]> record) {
        return EventJson.read(record.value(), TaggedItem.class).storyId();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
