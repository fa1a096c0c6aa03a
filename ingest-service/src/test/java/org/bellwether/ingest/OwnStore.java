package org.bellwether.ingest;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Objects;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedStore;
import org.bellwether.testkit.TemporaryDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real store on disk for the tests of one class, each of which names a database of its own. */
public final class OwnStore implements BeforeAllCallback, AfterAllCallback {

    private @Nullable TemporaryDirectory directory;
    private @Nullable EmbeddedStore store;
    private @Nullable MongoClient client;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        directory = TemporaryDirectory.create("own-store");
        store = EmbeddedStore.start(directory.path(), Address.free());
        client = MongoClients.create(store.connectionString());
    }

    /** Of the store that runs. */
    public MongoClient client() {
        return Objects.requireNonNull(client);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Objects.requireNonNull(client).close();
        Objects.requireNonNull(store).close();
        Objects.requireNonNull(directory).close();
    }
}
