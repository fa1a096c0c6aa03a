package org.bellwether.alert.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.bellwether.alert.Alerts;
import org.bellwether.alert.Outside;
import org.bellwether.alert.Topics;
import org.bellwether.testkit.EmbeddedStack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong, and wherever it is noticed, it is said in one form. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Outside.class)
class ProblemsTest {

    private static final String SUBSCRIPTIONS = "/api/subscriptions";
    private static final String ACK = "/api/alerts/any/ack";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{\"email\": 5, \"languages\": \"en\"}                | channel       | must be email, slack or webhook",
                "{\"channel\": []}                                    | channel       | must be text, not a list",
                "{\"channel\": \"email\", \"address\": 5}             | address       | must be text, not a number",
                "{\"channel\": \"email\", \"address\": {}}            | address       | must be text, not an object",
                "{\"indicators\": \"sma-demand\"}                     | indicators    | must be a list of texts, not text",
                "{\"indicators\": [\"sma-demand\", 5]}                | indicators[1] | must be text, not a number",
                "{\"indicators\": [\"no-such\"]}                      | indicators[0] | there is no indicator \"no-such\"; known are",
                "{\"indicators\": [5, \"sma-demand\", \"nope\"]}        | indicators[0] | must be text, not a number",
                "{\"indicators\": [5, \"sma-demand\", \"nope\"]}        | indicators[2] | there is no indicator \"nope\"; known are",
                "{\"indicators\": [5, \"sma-demand\", \"no\", \"nope\"]}| indicators[3] | there is no indicator \"nope\"",
                "{\"language\": true}                                 | language      | must be text, not a boolean",
                "\"x\"                                                | (body)        | must be an object with channel and address, not text",
                "[]                                                   | (body)        | must be an object with channel and address, not a list",
                "null                                                 | (body)        | must be an object with channel and address, not null",
                "-                                                    | (body)        | is empty; must be an object with channel and address",
                "{bad                                                 | (body)        | cannot be read as JSON at line 1, column ",
                "{\"channel\": \"email\"} {}                          | (body)        | cannot be read as JSON at line 1, column ",
            })
    void aBodyThatIsWrongIsAnsweredWithThePlaceAndWhatIsExpected(@Nullable String body, String field, String message) {
        Response answer = json(body).post(SUBSCRIPTIONS);

        assertProblem(answer, 400);
        assertThat(answer.jsonPath().getString("violations.find { it.field == '" + field + "' }.message"))
                .startsWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"note\": 5} | note   | must be text, not a number",
                "[]            | (body) | must be an object with a note, or nothing, not a list",
                "{bad          | (body) | cannot be read as JSON at line 1, column ",
            })
    void soIsANoteOnAnAlert(String body, String field, String message) {
        Response answer = admin(json(body)).post(ACK);

        assertProblem(answer, 400);
        assertThat(answer.jsonPath().getString("violations[0].field")).isEqualTo(field);
        assertThat(answer.jsonPath().getString("violations[0].message")).startsWith(message);
    }

    @Test
    void whatTheParserKnowsOfItselfStaysInside() {
        Response answer = json("[".repeat(5_000)).post(SUBSCRIPTIONS);

        assertProblem(answer, 400);
        assertThat(answer.asString()).doesNotContain("StreamReadConstraints", "Exception", "jackson", "nesting");
    }

    @Test
    void aNoteMayBeLeftOut() throws Exception {
        assertProblem(admin(json("{}")).post(ACK), 404);
        assertProblem(admin(json(null)).post(ACK), 404);
        HttpRequest bare = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + ACK))
                .header("Authorization", "Basic YWRtaW46b25seS1pbi10ZXN0cw==")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(bare, HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("there is no alert 'any'");
    }

    @Test
    void everyOtherWayToBeWrongHasTheSameForm() {
        assertProblem(given().contentType(ContentType.TEXT).body("x").post(SUBSCRIPTIONS), 415);
        assertProblem(admin(given().contentType(ContentType.TEXT).body("x")).post(ACK), 415);
        assertProblem(given().get(SUBSCRIPTIONS), 405);
        assertProblem(given().delete("/api/alerts"), 405);
        assertProblem(given().accept(ContentType.XML).get("/api/alerts"), 406);
        assertProblem(json("{}").post(ACK), 401);
        assertProblem(given().auth().preemptive().basic("admin", "wrong").get("/api/alerts"), 401);
        for (String path : List.of("/api/nope", "/api/alerts/none", "/api/items/a/b", "/nope")) {
            assertProblem(given().get(path), 404);
        }
    }

    @Test
    void aBodyThatIsFarTooLargeIsRefused() {
        assertProblem(json("{\"channel\": \"" + "x".repeat(200_000) + "\"}").post(SUBSCRIPTIONS), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\",", "5,"})
    void manyMistakesAreCountedAndNotAllListed(String mistake) {
        String body = "{\"indicators\": [" + mistake.repeat(20_000) + "5]}";
        Response answer = json(body).post(SUBSCRIPTIONS);

        assertProblem(answer, 400);
        assertThat(answer.asString()).hasSizeLessThan(body.length());
        assertThat(answer.jsonPath().getList("violations")).hasSizeBetween(20, 50);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/alerts?indicator=nope,                                              404, known are",
        "/api/alerts?issue=nope,                                                  404, there is no issue 'nope'",
        "/api/items?issue=nope,                                                   404, there is no issue 'nope'",
        "/api/alerts?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z,           400, from: must not be after to",
        "/api/items?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z,            400, from: must not be after to",
    })
    void aFilterThatCannotMatchIsNoEmptyList(String path, int status, String detail) {
        Response answer = given().get(path);

        assertProblem(answer, status);
        assertThat(answer.jsonPath().getString("detail")).contains(detail);
        assertThat(answer.jsonPath().getList("violations"))
                .satisfies(found -> assertThat(found == null).isEqualTo(status == 404));
    }

    @Test
    void aBlankIsTheNameOfNoIssue() {
        Response answer = given().urlEncodingEnabled(false).get("/api/issues/%20/series");

        assertProblem(answer, 404);
        assertThat(answer.jsonPath().getString("detail")).startsWith("there is no issue ' '");
    }

    @Test
    void aRetiredIndicatorIsKnownByItsAlerts() throws Exception {
        Topics.put(Alerts.fired("of-the-retired").indicator("retired-last-year").build());

        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        given().get("/api/alerts?indicator=retired-last-year").statusCode() == 200);
        assertThat(given().get("/api/alerts?indicator=retired-last-year")
                        .jsonPath()
                        .getList("alert.id"))
                .containsExactly("of-the-retired");
    }

    private static void assertProblem(Response answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("about:blank");
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(answer.jsonPath().getString("title")).isNotBlank();
        assertThat(answer.jsonPath().getString("detail")).isNotBlank().doesNotStartWith("HTTP ");
    }

    private static RequestSpecification json(@Nullable String body) {
        RequestSpecification request = given().contentType(ContentType.JSON);
        return body == null ? request : request.body(body);
    }

    private static RequestSpecification admin(RequestSpecification request) {
        return request.auth().preemptive().basic("admin", "only-in-tests");
    }
}
