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

/** Puts alerts on their topic, as the topology does. */
public final class AlertsTopic {

    private AlertsTopic() {}

    public static void put(Alert alert) throws Exception {
        put(alert.indicatorId(), EventJson.write(alert));
    }

    public static void put(String key, byte[] body) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            new TopicSetup(admin).ensure(List.of(Topic.ALERTS));
        }
        Map<String, Object> config = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topic.ALERTS.topicName(), key, body))
                    .get();
        }
    }

    private static String servers() {
        return EmbeddedStack.broker().bootstrapServers();
    }
}
