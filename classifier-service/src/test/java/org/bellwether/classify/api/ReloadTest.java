package org.bellwether.classify.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import org.bellwether.classify.Desk;
import org.bellwether.classify.OperatorsTaxonomy;
import org.bellwether.classify.Topics;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(OperatorsTaxonomy.class)
class ReloadTest {

    @BeforeEach
    void lineIsReady() {
        Desk.awaitReady();
    }

    @AfterEach
    void shippedAgain() {
        Desk.enforce(OperatorsTaxonomy.shipped());
    }

    @Test
    void anotherTaxonomyIsInForceAndItsIssuesAreAnnounced() {
        OperatorsTaxonomy.write(OperatorsTaxonomy.with("lighthouses", "0.5", "lighthouse"));

        Desk.admin()
                .post("/api/taxonomy/reload")
                .then()
                .statusCode(200)
                .body("changed", equalTo(true))
                .body("issuesAdded", equalTo(List.of("lighthouses")));

        given().contentType(ContentType.JSON)
                .body(Map.of("title", "The lighthouse of Incheon"))
                .post("/api/classify")
                .then()
                .body("tags.issue", hasItem("lighthouses"));
        assertThat(Topics.await("issues", "lighthouses", 1)).isNotEmpty();
        Desk.enforce(OperatorsTaxonomy.shipped());
        assertThat(Topics.await("issues", "lighthouses", 2).get(1).value()).isNull();
    }

    @Test
    void aBadFileIsRefusedAndShownAndTheServiceStaysReady() {
        String before = given().get("/api/taxonomy").path("taxonomy");
        OperatorsTaxonomy.write("issues:\n  - id: Bad Id\n");

        Desk.admin()
                .post("/api/taxonomy/reload")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString("stays in force"))
                .body("violations.field", hasItem("issues[0].id"))
                .body("violations.line", hasItem(2));

        given().get("/api/taxonomy").then().body("taxonomy", equalTo(before));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'taxonomy' }.data.refused", containsString("Bad Id"));
        assertThat(given().get("/q/metrics").asString()).contains("bellwether_taxonomy_refused 1.0");
    }

    @Test
    void onlyTheAdminReloads() {
        given().post("/api/taxonomy/reload").then().statusCode(401).contentType("application/problem+json");
    }
}
