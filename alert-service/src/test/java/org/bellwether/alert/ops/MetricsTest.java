package org.bellwether.alert.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.bellwether.alert.Outside;
import org.bellwether.testkit.EmbeddedStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(Outside.class)
class MetricsTest {

    private static final String CHANNEL = "archive-alerts";

    @Inject
    KafkaClientService clients;

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

    @Test
    void theClientsOfEachChannelAreMeasured() {
        assertThat(given().get("/q/metrics").body().asString())
                .containsPattern("kafka_consumer_fetch_manager_\\w+\\{[^}]*kafka-consumer-" + CHANNEL);
    }

    /**
     * The binder looks for a client's new metrics once a minute, which cannot be set, and a partition has its own only from
     * its first fetch on. So that nobody waits for the minute, the same binder is asked to look at the service's client.
     */
    @Test
    void theLagOfEachPartitionIsAmongWhatIsMeasured() {
        Consumer<Object, Object> consumer = clients.getConsumer(CHANNEL).unwrap();

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            MeterRegistry meters = new SimpleMeterRegistry();
            try (KafkaClientMetrics binder = new KafkaClientMetrics(consumer)) {
                binder.bindTo(meters);
                assertThat(meters.find("kafka.consumer.fetch.manager.records.lag")
                                .tag("topic", "alerts")
                                .tagKeys("partition")
                                .meters())
                        .isNotEmpty();
            }
        });
    }
}
