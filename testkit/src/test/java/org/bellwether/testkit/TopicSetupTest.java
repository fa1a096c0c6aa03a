package org.bellwether.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedBroker;
import org.bellwether.events.Topic;
import org.bellwether.messaging.TopicSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicSetupTest {

    @Test
    void createsWhatIsMissingAndLeavesWhatOpsMade(@TempDir Path directory) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(
                        directory, Address.free(), Address.free().port());
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("alerts", 1, (short) 1)))
                    .all()
                    .get();

            new TopicSetup(admin).ensure(List.of(Topic.ALERTS, Topic.SOURCES));

            await().ignoreExceptions().untilAsserted(() -> {
                var topics = admin.describeTopics(List.of("alerts", "alerts.dlq", "sources", "sources.dlq"))
                        .allTopicNames()
                        .get();
                assertThat(topics.get("alerts").partitions()).hasSize(1);
                assertThat(topics.get("sources").partitions()).hasSize(Topic.PARTITIONS);
            });
            ConfigResource sources = new ConfigResource(ConfigResource.Type.TOPIC, "sources");
            assertThat(admin.describeConfigs(List.of(sources))
                            .all()
                            .get()
                            .get(sources)
                            .get("cleanup.policy")
                            .value())
                    .isEqualTo("compact");
        }
    }
}
