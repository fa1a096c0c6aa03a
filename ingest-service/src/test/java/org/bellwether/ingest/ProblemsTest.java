package org.bellwether.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal is a whole problem (RFC 9457), whoever refuses. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(PolledFeeds.class)
class ProblemsTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, */*, 404",
        "GET, /api/nowhere, */*, 404",
        "GET, /q/nowhere, */*, 404",
        "GET, /api/feeds/nowhere, */*, 404",
        "PUT, /api/feeds, */*, 405",
        "PUT, /api/feeds/news, */*, 405",
        "GET, /api/feeds/preview, */*, 405",
        "GET, /api/feeds/news/poll, */*, 405",
        "GET, /api/feeds, text/csv, 406",
        "POST, /api/feeds/preview, text/csv, 406",
        "POST, /api/feeds/news/poll, */*, 401",
        "DELETE, /api/feeds/news, */*, 401",
    })
    void saysTypeTitleStatusAndTheWayOut(String method, String path, String accept, int status) {
        given().urlEncodingEnabled(false)
                .accept(accept)
                .when()
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"))
                .body("title", not(emptyOrNullString()))
                .body("status", equalTo(status))
                .body("detail", not(emptyOrNullString()))
                .body("detail", not(matchesPattern("(?s).*(HTTP \\d|Exception|java\\.|@|header value).*")));
    }
}
