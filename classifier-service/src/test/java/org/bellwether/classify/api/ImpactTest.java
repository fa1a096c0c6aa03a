package org.bellwether.classify.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.bellwether.classify.Desk;
import org.bellwether.classify.OperatorsTaxonomy;
import org.bellwether.classify.Topics;
import org.bellwether.testkit.EmbeddedStack;
import org.bellwether.testkit.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(OperatorsTaxonomy.class)
class ImpactTest {

    private static final String YAML = "text/plain; charset=UTF-8";

    @BeforeEach
    void shippedIsInForce() {
        Desk.awaitReady();
        Desk.enforce(OperatorsTaxonomy.shipped());
    }

    @Test
    void aDraftTellsWhatItGainsByTheLatestVersionOfEachItem() {
        Topics.send(Fixtures.newsItem().id("sluice-1").title("A sluice opens").buildItem());
        Topics.send(Fixtures.newsItem().id("sluice-2").title("A sluice closes").buildItem());
        Topics.send(Fixtures.newsItem()
                .id("sluice-2")
                .version(2)
                .title("A door closes")
                .buildItem());
        String inForce = given().get("/api/taxonomy").path("taxonomy");

        study(OperatorsTaxonomy.with("sluices", "0.5", "sluice"))
                .statusCode(200)
                .body("taxonomy", equalTo(inForce))
                .body("complete", equalTo(true))
                .body("issues.issue", contains("sluices"))
                .body("issues[0].gained", equalTo(1))
                .body("issues[0].certainBefore", equalTo(0))
                .body("issues[0].certainAfter", equalTo(1))
                .body("issues[0].examples.itemId", contains("sluice-1"))
                .body("issues[0].examples[0].before", nullValue())
                .body("issues[0].examples[0].after.evidence.text", contains("sluice"))
                .body("labelled.items", greaterThan(100))
                .body("labelled.byLanguage", hasKey("ko"))
                .body("labelled.byIssue", not(hasKey("sluices")));

        given().get("/api/taxonomy").then().body("taxonomy", equalTo(inForce));
    }

    @Test
    void aDraftThatLosesAnIssueTellsWhatThatCosts() {
        Topics.send(Fixtures.newsItem()
                .id("troops")
                .title("Pentagon weighs cutting US troops in South Korea to 22,000")
                .buildItem());
        String renamed = OperatorsTaxonomy.shipped().replace("id: usfk-troop-levels", "id: troop-levels");

        study(renamed)
                .statusCode(200)
                .body("issues.issue", contains("troop-levels", "usfk-troop-levels"))
                .body("issues[1].examples.change", hasItem("LOST"))
                .body("labelled.byIssue.'usfk-troop-levels'.after", equalTo(0.0f));
    }

    @Test
    void aBadDraftAndABadLimitAreRefused() {
        study("issues: []").statusCode(422).body("violations.field", hasItem("issues"));
        Desk.admin()
                .contentType(YAML)
                .body("x")
                .post("/api/taxonomy/impact?days=31")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("days"));
        given().contentType(YAML).body("x").post("/api/taxonomy/impact").then().statusCode(401);
    }

    private static ValidatableResponse study(String yaml) {
        return Desk.admin()
                .contentType(YAML)
                .body(yaml)
                .post("/api/taxonomy/impact?days=30")
                .then();
    }
}
