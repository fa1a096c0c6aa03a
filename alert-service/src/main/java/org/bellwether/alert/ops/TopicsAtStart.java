package org.bellwether.alert.ops;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.bellwether.events.Topic;
import org.bellwether.messaging.TopicSetup;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Sees to it that the topics are there; as long as the broker is not, it tries again and the service is not ready. */
@Readiness
@Singleton
final class TopicsAtStart implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(TopicsAtStart.class);
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final List<Topic> TOPICS =
            List.of(Topic.NEWS_TAGGED, Topic.ALERTS, Topic.INDICATORS, Topic.SOURCES, Topic.ISSUES, Topic.WATCHES);

    private final String bootstrapServers;
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "topics-at-start"));
    private volatile String waitingFor = "the broker has not answered yet";

    TopicsAtStart(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void onStart(@Observes StartupEvent event) {
        executor.execute(this::ensure);
    }

    void onStop(@Observes ShutdownEvent event) {
        executor.shutdownNow();
    }

    private void ensure() {
        try {
            while (!ensured()) {
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ensured() throws InterruptedException {
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        try (Admin admin = Admin.create(config)) {
            new TopicSetup(admin).ensure(TOPICS);
            waitingFor = "";
            LOG.info("topics are there");
            return true;
        } catch (ExecutionException e) {
            waitingFor = String.valueOf(e.getCause());
            LOG.warnf("topics cannot be set up yet, trying again: %s", waitingFor);
            return false;
        }
    }

    @Override
    public HealthCheckResponse call() {
        String reason = waitingFor;
        return reason.isEmpty()
                ? HealthCheckResponse.up("topics")
                : HealthCheckResponse.named("topics")
                        .down()
                        .withData("reason", reason)
                        .build();
    }
}
