package org.bellwether.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.bellwether.events.Topic;

/**
 * Creates the topics that are not there, each with its dead-letter topic; one that exists is left as ops made it. Every
 * service does so at start for the topics it reads and writes, so the order in which services start does not matter.
 */
public final class TopicSetup {

    private final Admin admin;

    public TopicSetup(Admin admin) {
        this.admin = admin;
    }

    /**
     * Blocks until the controller has the topics; the brokers' own view follows within moments.
     *
     * @throws ExecutionException when the broker refuses or cannot be reached, with its reason
     */
    public void ensure(Collection<Topic> topics) throws ExecutionException, InterruptedException {
        List<NewTopic> wanted = topics.stream()
                .flatMap(topic -> Stream.of(main(topic), deadLetters(topic)))
                .toList();
        for (var created : admin.createTopics(wanted).values().values()) {
            try {
                created.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private static NewTopic main(Topic topic) {
        Map<String, String> config = topic.retention()
                .map(kept -> Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept.toMillis())))
                .orElse(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        return new NewTopic(topic.topicName(), Optional.of(Topic.PARTITIONS), Optional.empty()).configs(config);
    }

    private static NewTopic deadLetters(Topic topic) {
        return new NewTopic(topic.deadLetters(), Optional.of(1), Optional.empty())
                .configs(
                        Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(Topic.DEAD_LETTER_RETENTION.toMillis())));
    }
}
