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

/**
 * Sees to it that the topics are there as soon as the broker is, and looks after the broker from then on. While it does
 * not answer the service is not ready. It is asked beside the probes and not by them: a probe must not wait for it.
 */
@Readiness
@Singleton
final class BrokerWatch implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(BrokerWatch.class);
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int PAUSE_SECONDS = 2;
    private static final List<Topic> TOPICS =
            List.of(Topic.NEWS_TAGGED, Topic.ALERTS, Topic.INDICATORS, Topic.SOURCES, Topic.ISSUES, Topic.WATCHES);

    private final String bootstrapServers;
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "broker-watch"));
    private volatile String away = "it has not answered yet";

    BrokerWatch(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void onStart(@Observes StartupEvent event) {
        executor.execute(this::watch);
    }

    void onStop(@Observes ShutdownEvent event) {
        executor.shutdownNow();
    }

    private void watch() {
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, PAUSE_SECONDS * 1_000);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look(config);
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until something goes wrong with the client itself; it cannot even be made while the broker's name is unknown. */
    private void look(Map<String, Object> config) throws InterruptedException {
        try (Admin admin = Admin.create(config)) {
            boolean topics = false;
            while (!Thread.currentThread().isInterrupted()) {
                topics = answers(admin, topics) || topics;
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
            }
        } catch (RuntimeException e) {
            note(String.valueOf(e.getCause() == null ? e : e.getCause()));
        }
    }

    private boolean answers(Admin admin, boolean topicsAreThere) throws InterruptedException {
        try {
            if (topicsAreThere) {
                admin.describeCluster().nodes().get();
            } else {
                new TopicSetup(admin).ensure(TOPICS);
            }
            note("");
            return true;
        } catch (ExecutionException e) {
            note(String.valueOf(e.getCause()));
            return false;
        }
    }

    private void note(String reason) {
        if (reason.isEmpty() && !away.isEmpty()) {
            LOG.info("the broker answers and the topics are there");
        } else if (!reason.isEmpty() && !reason.equals(away)) {
            LOG.warnf("the broker does not answer, trying again: %s", reason);
        }
        away = reason;
    }

    @Override
    public HealthCheckResponse call() {
        String reason = away;
        return reason.isEmpty()
                ? HealthCheckResponse.up("broker")
                : HealthCheckResponse.named("broker")
                        .down()
                        .withData("reason", reason)
                        .build();
    }
}
