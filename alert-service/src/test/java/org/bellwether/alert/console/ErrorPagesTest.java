package org.bellwether.alert.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.bellwether.alert.Outside;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Outside.class)
class ErrorPagesTest {

    /** As browsers send it. */
    private static final String PAGES = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @ValueSource(strings = {"/nope", "/alerts/none", "/alerts/a/b", "/issues/none", "/issues/none.atom", "/items/nope"})
    void whatIsNotThereIsSaidWithAPageInTheVisitorsLanguage(String path) {
        for (String language : new String[] {"en", "ko"}) {
            Response page = browser(language).get(path);

            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
            assertThat(page.getHeader("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(page.asString())
                    .contains("<html lang=\"" + language + "\">", "<a href=\"/\">", "<main id=\"content\"")
                    .contains(language.equals("en") ? "Nothing here" : "페이지가 없습니다");
        }
        assertThat(browser("en").cookie("lang", "ko").get("/nope").asString()).contains("<html lang=\"ko\">");
    }

    /** Browsers send such addresses as they are, and anybody sends any host. */
    @ParameterizedTest
    @CsvSource({
        "/nope?q={x},      localhost",
        "/nope?a|b,        localhost",
        "/no|pe,           localhost",
        "/api/nope?q={x},  localhost",
        "/nope,            desk_{x}",
        "/nope,            desk|",
    })
    void anAddressThatIsNoUriIsNoFaultOfTheService(String address, String host) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            String request = "GET " + address + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: text/html\r\n"
                    + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void theLinkToTheOtherLanguageStaysOnThisSite() {
        assertThat(browser("en").get("//other.example/nope").asString()).doesNotContain("href=\"//");
    }

    @Test
    void aMethodThatAPageDoesNotKnowIsAnsweredWithAPage() {
        Response page = browser("ko").contentType(ContentType.URLENC).post("/alerts");

        assertThat(page.statusCode()).isEqualTo(405);
        assertThat(page.asString()).contains("<html lang=\"ko\">", "처리할 수 없는 요청입니다", "lang=\"en\">");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"/nope | application/json", "/nope | */*", "/api/nope | text/html", "/api/items/x | text/html"})
    void whoIsNoBrowserGetsAProblem(String path, String accept) {
        Response answer = given().header("Accept", accept).get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("about:blank");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin,         https://evil.example",
        "Origin,         null",
        "Origin,         https://localhost:8080",
    })
    void whatAnotherSitesPageSendsIsRefusedAndChangesNothing(String header, String value) {
        for (String path : new String[] {"/subscribe", "/confirm/x", "/manage/x", "/unsubscribe/x"}) {
            Response page = browser("en")
                    .header(header, value)
                    .contentType(ContentType.URLENC)
                    .formParam("channel", "email")
                    .formParam("address", "victim@example.org")
                    .post(path);

            assertThat(page.statusCode()).isEqualTo(403);
            assertThat(page.asString()).contains("came from another site");
        }
        Response api = given().header(header, value)
                .contentType(ContentType.JSON)
                .body("{\"channel\": \"email\", \"address\": \"victim@example.org\"}")
                .post("/api/subscriptions");
        assertThat(api.statusCode()).isEqualTo(403);
        assertThat(api.contentType()).startsWith("application/problem+json");
        assertThat(Outside.mails("victim@example.org")).isEmpty();
    }

    @Test
    void whatOnesOwnPageOrNoBrowserSendsPasses() {
        String own = given().get("/subscribe").then().extract().header("Referrer-Policy");
        // With no-referrer the browser would send "Origin: null" from our own forms.
        assertThat(own).isEqualTo("same-origin");
        for (RequestSpecification sender : new RequestSpecification[] {
            browser("en").header("Sec-Fetch-Site", "same-origin").header("Origin", "null"),
            browser("en").header("Origin", "http://localhost:" + RestAssured.port),
            browser("en").header("Origin", "http://localhost:8080"),
            given(),
        }) {
            sender.contentType(ContentType.URLENC)
                    .body("List-Unsubscribe=One-Click")
                    .post("/unsubscribe/not-ours")
                    .then()
                    .statusCode(404);
        }
    }

    private static RequestSpecification browser(String language) {
        return given().header("Accept", PAGES).header("Accept-Language", language);
    }
}
