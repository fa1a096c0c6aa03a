package org.bellwether.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedBroker;
import org.bellwether.embedded.EmbeddedStore;
import org.jspecify.annotations.Nullable;

/** Starts a real broker and store before a {@code @QuarkusTest} and points the service at them. */
public final class EmbeddedStack implements QuarkusTestResourceLifecycleManager {

    private static @Nullable EmbeddedBroker broker;
    private static @Nullable EmbeddedStore store;
    private @Nullable Path directory;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("bellwether-test");
            broker = EmbeddedBroker.start(
                    directory.resolve("kafka"), Address.free(), Address.free().port());
            store = EmbeddedStore.start(directory.resolve("store"), Address.free());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "kafka.bootstrap.servers", broker().bootstrapServers(),
                "quarkus.mongodb.connection-string", store().connectionString());
    }

    /** The running broker, for tests that look into topics or take it down. */
    public static EmbeddedBroker broker() {
        return Objects.requireNonNull(broker, "the test lacks @QuarkusTestResource(EmbeddedStack.class)");
    }

    /** The running store, for tests that look into it or take it down. */
    public static EmbeddedStore store() {
        return Objects.requireNonNull(store, "the test lacks @QuarkusTestResource(EmbeddedStack.class)");
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.close();
        }
        if (store != null) {
            store.close();
        }
        if (directory != null) {
            remove(directory);
        }
    }

    private static void remove(Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what a test has left cannot be removed: " + tree, e);
        }
    }
}
