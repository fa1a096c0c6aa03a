package org.bellwether.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {

    @Test
    void keepsDocumentsOverARestart(@TempDir Path directory) throws Exception {
        try (EmbeddedStore store = EmbeddedStore.start(directory, Address.free())) {
            try (MongoClient client = MongoClients.create(store.connectionString())) {
                client.getDatabase("d").getCollection("c").insertOne(new Document("_id", "kept"));
            }

            store.stop();
            store.restart();

            try (MongoClient client = MongoClients.create(store.connectionString())) {
                assertThat(client.getDatabase("d").getCollection("c").find())
                        .containsExactly(new Document("_id", "kept"));
            }
        }
    }
}
