package org.bellwether.classify.pipeline;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.bellwether.classify.story.MongoStories;
import org.bellwether.events.Topic;
import org.bellwether.messaging.TopicSetup;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Gets the line ready and keeps an eye on it: topics, the store's indexes, the issues announced once broker and store are
 * there, and again when another taxonomy is in force. What fails is told and tried again every few seconds; nothing here ends the process.
 */
@ApplicationScoped
public class LineSetup {

    private static final Logger LOG = Logger.getLogger(LineSetup.class);
    private static final int TIMEOUT_SECONDS = 5;

    private final String bootstrapServers;
    private final MongoStories stories;
    private final IssuePublisher issues;
    private boolean topicsEnsured;
    private boolean indexesEnsured;
    private volatile String broker = "not asked yet";
    private volatile String store = "not asked yet";
    private volatile String announcement = "not announced yet";

    LineSetup(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            MongoStories stories,
            IssuePublisher issues) {
        this.bootstrapServers = bootstrapServers;
        this.stories = stories;
        this.issues = issues;
    }

    /** Why the broker cannot be used; empty when it can. */
    public String brokerTrouble() {
        return broker;
    }

    /** Why the store cannot be used; empty when it can. */
    public String storeTrouble() {
        return store;
    }

    /** Why the issues of the taxonomy could not be announced; empty once they are. */
    public String announcementTrouble() {
        return announcement;
    }

    @Scheduled(
            every = "3s",
            delayed = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() throws InterruptedException {
        broker = changed("broker", broker, lookAtBroker());
        store = changed("store", store, lookAtStore());
        if (broker.isEmpty() && store.isEmpty() && issues.isDue()) {
            announcement = changed("issues", announcement, announce());
        }
    }

    private static String changed(String what, String before, String now) {
        if (!before.equals(now)) {
            LOG.infof("%s: %s", what, now.isEmpty() ? "ready" : now);
        }
        return now;
    }

    private String lookAtBroker() throws InterruptedException {
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_SECONDS * 1000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_SECONDS * 1000);
        try (Admin admin = Admin.create(config)) {
            if (topicsEnsured) {
                admin.describeCluster().nodes().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            } else {
                new TopicSetup(admin).ensure(List.of(Topic.NEWS_ITEMS, Topic.NEWS_TAGGED, Topic.WATCHES, Topic.ISSUES));
                topicsEnsured = true;
            }
        } catch (ExecutionException | TimeoutException e) {
            return "unreachable at " + bootstrapServers + ": " + (e.getCause() == null ? e : e.getCause()).getMessage();
        }
        return "";
    }

    private String lookAtStore() {
        try {
            if (!indexesEnsured) {
                stories.ensureIndexes();
                indexesEnsured = true;
            }
            stories.ping();
            return "";
        } catch (RuntimeException e) {
            return "unreachable: " + e.getMessage();
        }
    }

    private String announce() {
        try {
            issues.publish();
            return "";
        } catch (RuntimeException e) {
            return "cannot be announced: " + e.getMessage();
        }
    }
}
