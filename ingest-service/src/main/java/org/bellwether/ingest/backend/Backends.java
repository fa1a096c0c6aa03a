package org.bellwether.ingest.backend;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.bellwether.events.Topic;
import org.bellwether.messaging.TopicSetup;
import org.bson.Document;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks broker and store whether they are there, and makes sure of the topics whenever the broker comes (back). */
@Singleton
public final class Backends {

    private static final Logger LOG = Logger.getLogger(Backends.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String NOT_ASKED = "not asked yet";

    private final Admin admin;
    private final MongoDatabase database;
    private volatile @Nullable String brokerTrouble = NOT_ASKED;
    private volatile @Nullable String storeTrouble = NOT_ASKED;

    public Backends(Admin admin, MongoDatabase database) {
        this.admin = admin;
        this.database = database;
    }

    /** Why the broker cannot be used now; empty when it can. */
    public Optional<String> brokerTrouble() {
        return Optional.ofNullable(brokerTrouble);
    }

    /** Why the store cannot be used now; empty when it can. */
    public Optional<String> storeTrouble() {
        return Optional.ofNullable(storeTrouble);
    }

    /** What a poll would have to wait for: {@code the broker} or {@code the store}; empty when both are there. */
    public Optional<String> away() {
        if (brokerTrouble != null) {
            return Optional.of("the broker");
        }
        return storeTrouble == null ? Optional.empty() : Optional.of("the store");
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void checkBroker() throws InterruptedException {
        @Nullable String before = brokerTrouble;
        @Nullable String now = askBroker(before != null);
        brokerTrouble = now;
        tell("broker", before, now);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void checkStore() {
        @Nullable String before = storeTrouble;
        @Nullable String now = askStore();
        storeTrouble = now;
        tell("store", before, now);
    }

    private @Nullable String askBroker(boolean wasAway) throws InterruptedException {
        try {
            admin.describeCluster().nodes().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (wasAway) {
                new TopicSetup(admin).ensure(List.of(Topic.NEWS_ITEMS, Topic.SOURCES));
            }
            return null;
        } catch (ExecutionException e) {
            return BackendAwayException.reason(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            return "no answer within " + PATIENCE.toSeconds() + " s";
        }
    }

    private @Nullable String askStore() {
        try {
            database.runCommand(new Document("ping", 1));
            return null;
        } catch (MongoException e) {
            return BackendAwayException.reason(e);
        }
    }

    private static void tell(String what, @Nullable String before, @Nullable String now) {
        if (now == null && before != null) {
            LOG.infof("The %s is there", what);
        } else if (now != null && (before == null || before.equals(NOT_ASKED))) {
            LOG.warnf("The %s is away, polling waits: %s", what, now);
        }
    }
}
