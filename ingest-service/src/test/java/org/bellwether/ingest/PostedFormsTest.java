package org.bellwether.ingest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.ingest.Rss.feed;
import static org.bellwether.ingest.Rss.item;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms of the pages: what is sent badly, too late, by the wrong one or not to its end. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(PolledFeeds.class)
class PostedFormsTest {

    private final FeedServer server = PolledFeeds.server();

    @TestHTTPResource("/")
    URL base;

    @Test
    void whatIsWrongStandsBesideItsFieldAndWhatWasTypedStays() {
        Admin.asks()
                .header("Accept-Language", "ko")
                .formParam("url", "ftp://x.example/")
                .formParam("name", "Typed <name>")
                .formParam("zone", "Mars")
                .formParam("kind", "blog")
                .formParam("listing.title", "h2[")
                .post("/add-feed/try")
                .then()
                .statusCode(400)
                .body(containsString("id=\"e-url\""), containsString("http://나 https://로"))
                .body(containsString("id=\"e-zone\""), containsString("value=\"Mars\""))
                .body(containsString("id=\"e-kind\""), containsString("value=\"blog\" selected"))
                .body(containsString("id=\"e-listing.item\""), containsString("value=\"h2[\""))
                .body(containsString("value=\"Typed &lt;name&gt;\""));
        Admin.asks()
                .formParam("url", server.url("news"))
                .formParam("enabled", "true")
                .post("/add-feed")
                .then()
                .statusCode(409)
                .body(containsString("id=\"e-url\""), containsString("as feed &quot;news&quot;"));
        Admin.asks()
                .formParam("url", server.url("news"))
                .formParam("interval", "often")
                .formParam("enabled", "true")
                .formParam("shown", ShownForm.of("news"))
                .post("/feeds/news/change")
                .then()
                .statusCode(400)
                .body(containsString("id=\"e-interval\""), containsString("value=\"often\""));
        when().get("/api/feeds/news").then().body("changed", nullValue());
    }

    @Test
    void whatIsNoAddressIsToldAtTheFieldAndWhatOnlyCannotBeReadIsNot() {
        asks("nowhere")
                .statusCode(400)
                .body(
                        containsString("id=\"e-url\">http://나 https://로 시작하고 호스트가 있으며 비밀번호가 없는"),
                        containsString("value=\"nowhere\""))
                .body(containsString("aria-describedby=\"e-url\""));
        server.fail("unread", 500);
        asks(server.url("unread"))
                .statusCode(422)
                .body(containsString("서버 내부 오류입니다."), not(containsString("aria-invalid")));
    }

    private static ValidatableResponse asks(String url) {
        return Admin.asks()
                .header("Accept-Language", "ko")
                .formParam("url", url)
                .post("/add-feed/find")
                .then();
    }

    @Test
    void whatCannotBeReadCanBeAddedAllTheSame() {
        server.fail("asleep", 500);
        Admin.asks()
                .header("Accept-Language", "ko")
                .formParam("url", server.url("asleep"))
                .formParam("enabled", "true")
                .post("/add-feed/try")
                .then()
                .statusCode(422)
                .body(containsString("서버 내부 오류입니다."), containsString("그래도 추가"));
    }

    @Test
    void aFormThatSomebodyElseOvertookPatchesNothingBack() {
        server.serve("shared", feed(item("shared-1", "Edited by two")));
        Admin.asks()
                .contentType("application/json")
                .body("{\"url\": \"" + server.url("shared") + "\", \"id\": \"shared\", \"name\": \"Old name\"}")
                .post("/api/feeds?unchecked=true")
                .then()
                .statusCode(201);
        String seen = ShownForm.of("shared");
        Admin.asks()
                .contentType("application/json")
                .body("{\"name\": \"New name\", \"fullText\": true}")
                .patch("/api/feeds/shared")
                .then()
                .statusCode(200);
        String page = Admin.asks()
                .header("Accept-Language", "en")
                .formParam("url", server.url("shared"))
                .formParam("name", "Old name")
                .formParam("interval", "PT7M")
                .formParam("enabled", "true")
                .formParam("shown", seen)
                .post("/feeds/shared/change")
                .then()
                .statusCode(409)
                .body(containsString("Somebody changed this feed"))
                .body(containsString("value=\"Old name\""), containsString("Now: New name"))
                .body(containsString("value=\"PT7M\""), containsString("Now: empty"), containsString("Now: ticked"))
                .extract()
                .asString();
        when().get("/api/feeds/shared").then().body("name", equalTo("New name"), "fullText", equalTo(true));

        Admin.asks()
                .formParam("url", server.url("shared"))
                .formParam("name", "New name")
                .formParam("interval", "PT7M")
                .formParam("fullText", "true")
                .formParam("enabled", "true")
                .formParam("shown", ShownForm.in(page))
                .redirects()
                .follow(false)
                .post("/feeds/shared/change")
                .then()
                .statusCode(303);
        when().get("/api/feeds/shared").then().body("name", equalTo("New name"), "fullText", equalTo(true));
        when().get("/feeds/shared").then().body(containsString("value=\"PT7M\""));
        Admin.asks().delete("/api/feeds/shared").then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--y--\r\n",
                "garbage",
                "--y\r\nContent-Disposition: form-data; name=\"opml\"; filename=\"x\"\r\n\r\nabc"
            })
    void anUploadThatBreaksOffIsTheSendersToRepeat(String body) {
        Admin.asks()
                .contentType("multipart/form-data; boundary=y")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/import-feeds/try")
                .then()
                .statusCode(400)
                .contentType("text/html;charset=UTF-8");
    }

    @Test
    void aFormThatIsNotEncodedAsItSaysIsTheSendersToMend() {
        String many = IntStream.range(0, 5_000).mapToObj(i -> "a" + i + "=1").collect(Collectors.joining("&"));
        for (String body : List.of("a=%zz", many)) {
            Admin.asks()
                    .contentType("application/x-www-form-urlencoded")
                    .body(body)
                    .post("/feeds/news/pause")
                    .then()
                    .statusCode(both(greaterThanOrEqualTo(400)).and(lessThan(500)))
                    .contentType("text/html;charset=UTF-8");
        }
    }

    /** With nothing sent of what it announces: who reads first waits for it. */
    @ParameterizedTest
    @CsvSource({
        "/import-feeds/try, nobody:none,          1000000,   401",
        "/import-feeds/try, admin:only-in-tests,  100000000, 413",
        "/import-feeds,     admin:only-in-tests,  100000000, 413",
        "/feeds/news/pause, admin:only-in-tests,  1000000,   413"
    })
    void whoMayNotPostAndWhatIsTooLongIsToldBeforeItIsRead(String path, String who, String length, int status)
            throws IOException {
        String login = Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8));
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length
                + "\r\nContent-Type: multipart/form-data; boundary=x\r\nAuthorization: Basic " + login + "\r\n\r\n";
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(12);

            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 " + status);
        }
    }

    @Test
    void onlyTheAdminMayPostAndOnlyFromHere() {
        given().post("/feeds/news/pause").then().statusCode(401);
        Admin.asks()
                .header("Sec-Fetch-Site", "cross-site")
                .post("/feeds/news/pause")
                .then()
                .statusCode(403);
        Admin.asks().formParam("url", "nonsense").post("/add-feed/find").then().statusCode(400);
        when().get("/api/feeds/news").then().body("paused", nullValue());
    }
}
