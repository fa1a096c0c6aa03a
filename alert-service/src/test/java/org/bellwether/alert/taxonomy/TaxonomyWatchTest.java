package org.bellwether.alert.taxonomy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.bellwether.alert.Outside;
import org.bellwether.alert.Topics;
import org.bellwether.alert.indicator.ShippedIndicators;
import org.bellwether.events.Issue;
import org.bellwether.events.LocalText;
import org.bellwether.events.Topic;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Outside.class)
class TaxonomyWatchTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String GAUGE = "bellwether_indicators_unknown_issues ";
    private static final String OF_THE_INDICATOR = "find { it.definition.id == 'nk-russia-troops' }.";

    private final Logger log = Logger.getLogger(TaxonomyWatch.class.getName());
    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord record) {
            warnings.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Those of the shipped indicators that no other test has announced. */
    private final Set<String> ours = new TreeSet<>();

    @BeforeEach
    void announceTheWholeTaxonomy() throws Exception {
        ShippedIndicators.read()
                .all()
                .forEach(definition -> ours.addAll(definition.rule().issues()));
        List<String> there = given().get("/api/issues").jsonPath().getList("id");
        ours.removeAll(there);
        for (String issue : ours) {
            announce(issue);
        }
        await().atMost(SOON).until(() -> metrics().contains(GAUGE + "0.0"));
        log.addHandler(listener);
    }

    @AfterEach
    void takeItBack() throws Exception {
        log.removeHandler(listener);
        for (String issue : ours) {
            Topics.putBytes(Topic.ISSUES, issue, null);
        }
    }

    @Test
    void anIndicatorOnAnIssueThatIsNotThereIsToldEverywhereUntilTheIssueAppears() throws Exception {
        assertNothingIsSaid();

        Topics.putBytes(Topic.ISSUES, "nk-russia", null);

        await().atMost(SOON).until(() -> metrics().contains(GAUGE + "1.0"));
        given().get("/api/indicators").then().body(OF_THE_INDICATOR + "unknownIssues", equalTo(List.of("nk-russia")));
        given().get("/api/indicators/nk-russia-troops").then().body("unknownIssues", equalTo(List.of("nk-russia")));
        given().get("/api/indicators/sma-demand").then().body("unknownIssues", equalTo(List.of()));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body(
                        "checks.find { it.name == 'taxonomy' }.data.'nk-russia-troops'",
                        equalTo("watches what the taxonomy does not have: nk-russia"));
        for (String path : List.of("/", "/indicators/nk-russia-troops")) {
            assertThat(page(path, "en"))
                    .containsOnlyOnce("The taxonomy has no issue nk-russia: no item will ever count");
            assertThat(page(path, "ko")).containsOnlyOnce("이 지표가 지켜보는 쟁점 nk-russia: 분류 체계에 없어");
        }
        await().during(Duration.ofSeconds(5))
                .atMost(SOON)
                .untilAsserted(() -> assertThat(warnings)
                        .singleElement()
                        .asString()
                        .contains("watches what the taxonomy does not have"));

        announce("nk-russia");

        await().atMost(SOON).until(() -> metrics().contains(GAUGE + "0.0"));
        assertNothingIsSaid();
    }

    private static void assertNothingIsSaid() {
        given().get("/api/indicators").then().body(OF_THE_INDICATOR + "unknownIssues", equalTo(List.of()));
        given().get("/q/health/ready").then().body("checks.find { it.name == 'taxonomy' }.data", nullValue());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(page("/indicators/nk-russia-troops", "en"))
                        .contains("North Korean troops for Russia")
                        .doesNotContain("The taxonomy has no issue"));
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }

    private static void announce(String issue) throws Exception {
        LocalText words = new LocalText(issue, issue);
        Topics.put(Topic.ISSUES, issue, new Issue(issue, words, words, 50, "sha256:0a"));
    }

    private static String page(String path, String language) {
        return given().header("Accept-Language", language).get(path).asString();
    }
}
