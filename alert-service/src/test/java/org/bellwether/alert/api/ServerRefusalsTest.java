package org.bellwether.alert.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.bellwether.alert.Outside;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the HTTP server below refuses by itself is told as everything else is. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Outside.class)
class ServerRefusalsTest {

    private static final int ABOVE_THE_LIMIT = 11 * 1024 * 1024;

    /** An answer as it stood on the wire. */
    private record Answer(String head, String body) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/items/%zz",
                "/api/%",
                "/%4",
                "/nope/%zz?q=1",
                "/api/alerts/%e4%b8%zz/ack",
                "/q/%zz",
                "/api/items?q=%zz"
            })
    void aPathWithABrokenEscapeIsAProblem(String path) throws IOException {
        for (String method : new String[] {"GET", "POST", "DELETE"}) {
            Answer answer = send(method + " " + path + " HTTP/1.1", "Accept: application/json", "Content-Length: 0");

            assertProblem(answer, 400);
            assertThat(JsonPath.from(answer.body()).getString("detail"))
                    .startsWith("the address cannot be read: % begins an escape of two hexadecimal digits");
        }
    }

    @ParameterizedTest
    @CsvSource({"/issues/%zz, en, This cannot be done", "/%zz, ko, 처리할 수 없는 요청입니다"})
    void whoReadsPagesGetsAPage(String path, String language, String words) throws IOException {
        Answer answer =
                send("GET " + path + " HTTP/1.1", "Accept: text/html,*/*;q=0.8", "Accept-Language: " + language);

        assertThat(answer.head()).startsWith("HTTP/1.1 400").contains("text/html", "Content-Security-Policy");
        assertThat(answer.body()).contains("<html lang=\"" + language + "\">", words, "the address cannot be read");
    }

    @Test
    void anEscapedPercentSignIsNotBroken() throws IOException {
        assertProblem(send("GET /api/issues/%25zz/series HTTP/1.1", "Accept: */*"), 404);
    }

    @Test
    void aBodyAboveTheLimitIsAProblemBeforeItIsSent() throws IOException {
        Answer answer = send(
                "POST /api/subscriptions HTTP/1.1",
                "Content-Type: application/json",
                "Content-Length: " + ABOVE_THE_LIMIT);

        assertProblem(answer, 413);
        assertThat(JsonPath.from(answer.body()).getString("detail"))
                .isEqualTo("the body has more than the 10485760 bytes that are read at all");
        assertThat(answer.head()).contains("connection: close");
    }

    @Test
    void aFormAboveTheLimitIsAPage() throws IOException {
        Answer answer = send(
                "POST /subscribe HTTP/1.1",
                "Accept: text/html",
                "Accept-Language: ko",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + ABOVE_THE_LIMIT);

        assertThat(answer.head()).startsWith("HTTP/1.1 413").contains("text/html");
        assertThat(answer.body()).contains("<html lang=\"ko\">", "the body has more than");
    }

    @Test
    void whoSendsItAllTheSameReadsTheProblem() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/subscriptions"))
                .header("Content-Type", "application/json")
                .version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[ABOVE_THE_LIMIT]))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/items?q={x}", "/no|pe", "/api/items?a|b"})
    void soIsAnAddressWithACharacterThatMustBeEscaped(String address) throws IOException {
        Answer answer = send("GET " + address + " HTTP/1.1", "Accept: application/json");

        assertProblem(answer, 400);
        assertThat(JsonPath.from(answer.body()).getString("detail")).contains("a character that must be escaped");
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.head()).startsWith("HTTP/1.1 " + status).contains("application/problem+json");
        JsonPath problem = JsonPath.from(answer.body());
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("type")).isEqualTo("about:blank");
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
    }

    private static Answer send(String request, String... headers) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            String head = request + "\r\nHost: localhost\r\nConnection: close\r\n" + String.join("\r\n", headers)
                    + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            String whole = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = whole.indexOf("\r\n\r\n");
            assertThat(end).as("an answer to %s in: %s", request, whole).isPositive();
            return new Answer(whole.substring(0, end), whole.substring(end + 4));
        }
    }
}
