package org.bellwether.ingest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.empty;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** The admin of the service under test. */
final class Admin {

    private Admin() {}

    static RequestSpecification asks() {
        return given().auth().preemptive().basic("admin", "only-in-tests");
    }

    /** Makes the catalogue what its file says. */
    static void takeBackChanges() {
        List<Map<String, Object>> changes =
                when().get("/api/catalogue/changes").jsonPath().getList("");
        changes.forEach(change -> asks().delete("/api/feeds/" + change.get("feed")
                        + (change.get("added").equals(true) ? "" : "/changes"))
                .then());
        when().get("/api/catalogue/changes").then().body("", empty());
    }

    /** Adds a feed that is fetched and read first; in the body, %s is where the server of the tests serves the feed of its id. */
    static ValidatableResponse adds(String body) {
        String id = body.replaceFirst(".*\"id\": \"([^\"]*)\".*", "$1");
        return asks().contentType(ContentType.JSON)
                .body(body.formatted(PolledFeeds.server().url(id)))
                .post("/api/feeds")
                .then();
    }
}
