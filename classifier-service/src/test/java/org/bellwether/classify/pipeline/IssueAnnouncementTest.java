package org.bellwether.classify.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.bellwether.classify.TaxonomyFile;
import org.bellwether.classify.reload.TaxonomyInForce;
import org.bellwether.classify.story.MongoStories;
import org.bellwether.events.Issue;
import org.bellwether.events.Topic;
import org.bellwether.messaging.EventJson;
import org.bellwether.testkit.EmbeddedStack;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class IssueAnnouncementTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NOWHERE = "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200";

    @Inject
    @Channel("issues")
    MutinyEmitter<Record<String, byte[]>> channel;

    @Inject
    MongoClient client;

    @Inject
    MongoStories stories;

    @Inject
    InstantSource clock;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @TempDir
    Path directory;

    @BeforeEach
    void lineIsReady() {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void anIssueThatTheNextTaxonomyLacksIsTakenBackOnce() throws IOException {
        MongoAnnouncedIssues announced =
                new MongoAnnouncedIssues(client.getDatabase("announcement").getCollection("announced-issues"));

        publisher("drill-schedule", announced).publish();
        publisher("drill-calendar", announced).publish();
        publisher("drill-calendar", announced).publish();

        List<ConsumerRecord<String, byte[]>> former = onTopic("drill-schedule");
        assertThat(former).hasSize(2);
        assertThat(EventJson.read(former.get(0).value(), Issue.class).id()).isEqualTo("drill-schedule");
        assertThat(former.get(1).value()).isNull();
        assertThat(onTopic("drill-calendar"))
                .hasSize(2)
                .allSatisfy(record -> assertThat(record.value()).isNotNull());
    }

    @Test
    void whatKeepsTheIssuesFromBeingAnnouncedIsToldAndBrokerAndStoreAreNotBlamed() throws Exception {
        try (MongoClient away = MongoClients.create(NOWHERE)) {
            MongoAnnouncedIssues announced =
                    new MongoAnnouncedIssues(away.getDatabase("announcement").getCollection("announced-issues"));
            LineSetup line = new LineSetup(bootstrapServers, stories, publisher("drill-away", announced));

            line.look();

            assertThat(line.brokerTrouble()).isEmpty();
            assertThat(line.storeTrouble()).isEmpty();
            assertThat(line.announcementTrouble())
                    .startsWith("cannot be announced: ")
                    .contains("127.0.0.1:1");
        }
    }

    /** By the shipped taxonomy, in which one issue has another id. */
    private IssuePublisher publisher(String id, MongoAnnouncedIssues announced) throws IOException {
        try (InputStream shipped = Objects.requireNonNull(getClass().getResourceAsStream("/taxonomy.yaml"))) {
            String yaml = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            Path file = directory.resolve(id + ".yaml");
            Files.writeString(file, yaml.replace("sma-renegotiation", id));
            return new IssuePublisher(
                    channel, new TaxonomyInForce(TaxonomyFile.read(Optional.of(file))), announced, clock);
        }
    }

    private List<ConsumerRecord<String, byte[]>> onTopic(String key) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.ISSUES.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }
}
