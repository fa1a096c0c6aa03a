package org.bellwether.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedBroker;
import org.bellwether.embedded.EmbeddedStore;
import org.jspecify.annotations.Nullable;

/** Starts a real broker and store before a {@code @QuarkusTest} and points the service at them. */
public final class EmbeddedStack implements QuarkusTestResourceLifecycleManager {

    private static @Nullable EmbeddedBroker broker;
    private static @Nullable EmbeddedStore store;
    private @Nullable TemporaryDirectory directory;

    @Override
    public Map<String, String> start() {
        try {
            directory = TemporaryDirectory.create("bellwether-test");
            Path path = directory.path();
            broker = EmbeddedBroker.start(
                    path.resolve("kafka"), Address.free(), Address.free().port());
            store = EmbeddedStore.start(path.resolve("store"), Address.free());
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
            directory.close();
        }
    }
}
