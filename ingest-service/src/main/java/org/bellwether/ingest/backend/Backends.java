package org.bellwether.ingest.backend;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.bellwether.events.Topic;
import org.bellwether.messaging.TopicSetup;
import org.bson.Document;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks broker and store whether they are there, and makes sure of the topics whenever the broker comes (back). */
public final class Backends implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Backends.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String NOT_ASKED = "not asked yet";

    private final Admin admin;
    private final MongoDatabase database;
    // One thread each, so that waiting for the one does not hide the other.
    private final ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "backends");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable String brokerTrouble = NOT_ASKED;
    private volatile @Nullable String storeTrouble = NOT_ASKED;

    public Backends(Admin admin, MongoDatabase database) {
        this.admin = admin;
        this.database = database;
    }

    /** Begins to ask. */
    public void start() {
        threads.execute(() -> repeat(this::checkBroker));
        threads.execute(() -> repeat(this::checkStore));
    }

    @Override
    public void close() {
        threads.shutdownNow();
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

    private static void repeat(Runnable check) {
        try {
            while (true) {
                check.run();
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void checkBroker() {
        @Nullable String before = brokerTrouble;
        @Nullable String now = askBroker(before != null);
        brokerTrouble = now;
        tell("broker", before, now);
    }

    private void checkStore() {
        @Nullable String before = storeTrouble;
        @Nullable String now = askStore();
        storeTrouble = now;
        tell("store", before, now);
    }

    private @Nullable String askBroker(boolean wasAway) {
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
        } catch (RuntimeException e) {
            return BackendAwayException.reason(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "the service stops";
        }
    }

    private @Nullable String askStore() {
        try {
            database.runCommand(new Document("ping", 1));
            return null;
        } catch (MongoTimeoutException e) {
            return "no answer within " + PATIENCE.toSeconds() + " s";
        } catch (RuntimeException e) {
            return BackendAwayException.reason(e);
        }
    }

    private void tell(String what, @Nullable String before, @Nullable String now) {
        if (threads.isShutdown()) {
            return;
        }
        if (now == null && before != null) {
            LOG.infof("The %s is there", what);
        } else if (now != null && (before == null || before.equals(NOT_ASKED))) {
            LOG.warnf("The %s is away, polling waits: %s", what, now);
        }
    }
}
