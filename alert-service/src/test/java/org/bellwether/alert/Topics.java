package org.bellwether.alert;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bellwether.events.Alert;
import org.bellwether.events.Topic;
import org.bellwether.messaging.EventJson;
import org.bellwether.messaging.TopicSetup;
import org.bellwether.testkit.EmbeddedStack;
import org.jspecify.annotations.Nullable;

/** Puts records on their topics, as the services before this one do. */
public final class Topics {

    private Topics() {}

    public static void put(Alert alert) throws Exception {
        put(Topic.ALERTS, alert.indicatorId(), alert);
    }

    public static void put(Topic topic, String key, Object record) throws Exception {
        putBytes(topic, key, EventJson.write(record));
    }

    public static void putBytes(Topic topic, String key, byte @Nullable [] body) throws Exception {
        String servers = EmbeddedStack.broker().bootstrapServers();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            new TopicSetup(admin).ensure(List.of(topic));
        }
        Map<String, Object> config = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.topicName(), key, body)).get();
        }
    }
}
