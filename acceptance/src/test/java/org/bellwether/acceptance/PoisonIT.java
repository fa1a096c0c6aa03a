package org.bellwether.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bellwether.embedded.Address;
import org.bellwether.messaging.DeadLetter;
import org.bellwether.testkit.FeedServer;
import org.bellwether.testkit.LocalFeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record that cannot be parsed, on each topic that a service reads. */
class PoisonIT {

    private static final byte[] POISON = "{\"id\": no json".getBytes(UTF_8);
    private static final List<String> TOPICS =
            List.of("news.items", "news.tagged", "alerts", "indicators", "sources", "issues");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void goesToTheDeadLettersWithItsCauseWhileTheLineGoesOn(@TempDir Path directory) throws Exception {
        try (FeedServer server = FeedServer.start()) {
            LocalFeed feed = server.feed("morning-post");
            try (Line line = Line.start(directory, server, "PT1S")) {
                for (String topic : TOPICS) {
                    line.topic(topic).put("poison", POISON);
                }

                for (String topic : TOPICS) {
                    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertDeadLetter(line, topic));
                }
                feed.publish(new LocalFeed.Entry("a", "Rain on Friday", "It will rain.", Instant.now()));
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(line.archivedItems().countDocuments())
                                .isEqualTo(1));
                assertSaid(line);
            }
        }
    }

    private static void assertDeadLetter(Line line, String topic) {
        assertThat(line.topic(topic + ".dlq").records()).isNotEmpty().allSatisfy(record -> {
            assertThat(record.value()).isEqualTo(POISON);
            assertThat(TopicReader.header(record, DeadLetter.TOPIC)).isEqualTo(topic);
            assertThat(TopicReader.header(record, DeadLetter.REASON)).isNotBlank();
        });
    }

    private static void assertSaid(Line line) throws IOException, InterruptedException {
        Map<Address, List<String>> readers = Map.of(
                line.ports().classifier(), List.of("news.items"),
                line.ports().alert(), List.of("news.tagged", "alerts", "indicators", "sources", "issues"));
        for (var reader : readers.entrySet()) {
            String metrics = get(reader.getKey(), "/q/metrics");
            String health = get(reader.getKey(), "/q/health");
            for (String topic : reader.getValue()) {
                assertThat(metrics)
                        .containsPattern("bellwether_dead_letters_total\\{[^}]*topic=\"" + topic + "\"[^}]*\\} [1-9]");
                assertThat(health).contains(topic);
            }
        }
    }

    private static String get(Address address, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://" + address.reachable() + path);
        return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
