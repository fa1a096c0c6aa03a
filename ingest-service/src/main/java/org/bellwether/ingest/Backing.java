package org.bellwether.ingest;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The clients of broker and store, from the properties {@code kafka.*} and {@code quarkus.mongodb.*}. */
@Singleton
final class Backing {

    private static final Duration GOODBYE = Duration.ofMillis(500);

    @Produces
    @Singleton
    Admin admin(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        return Admin.create(only(kafka, AdminClientConfig.configNames()));
    }

    @Produces
    @Singleton
    Producer<String, byte[]> producer(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        return new KafkaProducer<>(
                only(kafka, ProducerConfig.configNames()), new StringSerializer(), new ByteArraySerializer());
    }

    @Produces
    @Singleton
    MongoDatabase database(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String name) {
        return client.getDatabase(name);
    }

    void close(@Disposes Admin admin) {
        admin.close(GOODBYE);
    }

    void close(@Disposes Producer<String, byte[]> producer) {
        producer.close(GOODBYE);
    }

    /** Kafka warns of every property that the client at hand does not know. */
    private static Map<String, Object> only(Map<String, Object> kafka, Set<String> known) {
        Map<String, Object> kept = new HashMap<>(kafka);
        kept.keySet().retainAll(known);
        return kept;
    }
}
