package org.bellwether.alert.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.bellwether.alert.Outside;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Outside.class)
class MetricsTest {

    @Test
    void everyMetricIsThereBeforeItsFirstEvent() {
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(
                        containsString("bellwether_lag_seconds_bucket{stage=\"deliver\",le=\"3600.0\"}"),
                        containsString("bellwether_deliveries_total{channel=\"webhook\",outcome=\"failed\"}"),
                        containsString("bellwether_alerts_total{indicator=\"nk-russia-troops\",transition=\"fired\"}"),
                        containsString("bellwether_dead_letters_total{topic=\"sources\"}"),
                        containsString("bellwether_items_archived_total"));
    }

    /**
     * A partition's lag is a metric from its first fetch on, and new Kafka metrics are looked for once a minute, which
     * cannot be set. In this package the tests that share the service have passed that minute already; alone it waits.
     */
    @Test
    void theLagOfEachPartitionIsAMetricWithinAMinute() {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(given().get("/q/metrics")
                                .body()
                                .asString()
                                .contains("consumer_fetch_manager_records_lag{"))
                        .as("lag by partition")
                        .isTrue());
    }
}
