package org.bellwether.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bellwether.standalone.process.ServiceSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesTest {

    @TempDir
    Path root;

    @Test
    void configuresEachServiceByItsEnvironment() throws Exception {
        for (String service : Services.NAMES) {
            Path jar = root.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
            Files.createDirectories(jar.getParent());
            Files.createFile(jar);
        }
        Settings settings = new Settings(
                Optional.of(root.resolve("feeds.yaml")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duration.ofSeconds(2)),
                List.of(Cidr.parse("127.0.0.1/32")),
                List.of(
                        Subscription.parse("email:desk@bellwether.example"),
                        Subscription.parse("webhook:http://10.0.0.5/a,b")),
                true);
        try (DataDirectory data = DataDirectory.open(root.resolve("data dir"))) {
            Services services = new Services(new Installation(root), data, new Ports("127.0.0.1", 18100), settings);

            assertThat(services.all())
                    .extracting(ServiceSpec::name)
                    .containsExactly("ingest-service", "classifier-service", "alert-service");
            assertThat(services.ingest().environment())
                    .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:18105")
                    .containsEntry("QUARKUS_MONGODB_CONNECTION_STRING", "mongodb://127.0.0.1:18107/?retryWrites=false")
                    .containsEntry("QUARKUS_HTTP_PORT", "18101")
                    .containsEntry(
                            "BELLWETHER_CATALOGUE", root.resolve("feeds.yaml").toString())
                    .containsEntry("BELLWETHER_POLL_INTERVAL", "PT2S")
                    .containsEntry("BELLWETHER_FETCH_ALLOW", "127.0.0.1/32");
            assertThat(services.classifier().environment()).doesNotContainKey("BELLWETHER_TAXONOMY");
            assertThat(services.alert().environment())
                    .containsEntry("BELLWETHER_PUBLIC_URL", "http://127.0.0.1:18100")
                    .containsEntry(
                            "BELLWETHER_SUBSCRIPTIONS_PRESET",
                            "email:desk@bellwether.example,webhook:http://10.0.0.5/a\\,b")
                    .containsEntry("BELLWETHER_DELIVERY_ALLOW", "127.0.0.1/32,10.0.0.5")
                    .containsEntry("QUARKUS_MAILER_HOST", "127.0.0.1")
                    .containsEntry("QUARKUS_MAILER_PORT", "18108");
        }
    }
}
