package org.bellwether.classify;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;

/** What tests do at the service as an admin. */
public final class Desk {

    private Desk() {}

    /** Waits until broker and store are there and the issues announced. */
    public static void awaitReady() {
        Awaitility.await()
                .atMost(Topics.PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    /** A request of the admin's. */
    public static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "only-in-tests").contentType(ContentType.JSON);
    }

    /** Has a taxonomy in force. */
    public static void enforce(String yaml) {
        OperatorsTaxonomy.write(yaml);
        admin().post("/api/taxonomy/reload").then().statusCode(200);
    }
}
