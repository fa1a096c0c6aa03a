package org.bellwether.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;
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

    @Test
    void startsAgainAfterItsPortWasTaken(@TempDir Path directory) throws Exception {
        Address address = Address.free();
        try (EmbeddedStore store = EmbeddedStore.start(directory, address)) {
            store.stop();
            try (ServerSocket taken = new ServerSocket(address.port(), 1, InetAddress.getLoopbackAddress())) {
                assertThatThrownBy(store::restart)
                        .as("on port " + taken.getLocalPort())
                        .isInstanceOf(Exception.class);
            }

            store.restart();

            try (MongoClient client = MongoClients.create(store.connectionString())) {
                assertThat(client.getDatabase("d").getCollection("c").find()).isEmpty();
            }
        }
    }

    @Test
    void holdsTheOneDocumentOfAnIdAgainstTheRestOfAGuardedUpdate(@TempDir Path directory) throws Exception {
        try (EmbeddedStore store = EmbeddedStore.start(directory, Address.free());
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> items = client.getDatabase("d").getCollection("items");
            items.insertMany(List.of(
                    new Document("_id", "a").append("version", 2), new Document("_id", "b").append("version", 1)));

            long older = items.updateOne(
                            Filters.and(Filters.eq("_id", "a"), Filters.lte("version", 1)), Updates.set("version", 1))
                    .getMatchedCount();
            long newer = items.updateOne(
                            Filters.and(Filters.eq("_id", "b"), Filters.lte("version", 3)), Updates.set("version", 3))
                    .getMatchedCount();

            assertThat(older).isZero();
            assertThat(newer).isOne();
            assertThat(items.find().sort(Sorts.ascending("_id")))
                    .containsExactly(
                            new Document("_id", "a").append("version", 2),
                            new Document("_id", "b").append("version", 3));
        }
    }

    @Test
    void tellsOfMoreThanOneReplyCanHold(@TempDir Path directory) throws Exception {
        try (EmbeddedStore store = EmbeddedStore.start(directory, Address.free());
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> large = client.getDatabase("d").getCollection("large");
            String text = "x".repeat(100_000);
            for (int batch = 0; batch < 5; batch++) {
                int from = batch * 100;
                large.insertMany(IntStream.range(from, from + 100)
                        .mapToObj(id -> new Document("_id", id).append("text", text))
                        .toList());
            }

            assertThat(large.find()).hasSize(500);
            assertThat(large.find().sort(Sorts.descending("_id")).limit(250)).hasSize(250);
            assertThat(large.find().skip(450)).hasSize(50);
        }
    }

    @Test
    void keepsIdsOfEveryKindAndTheirOneness(@TempDir Path directory) throws Exception {
        List<Object> ids = List.of("text", 7, 7.5, new ObjectId(), true, new Document("of", "parts"));
        try (EmbeddedStore store = EmbeddedStore.start(directory, Address.free())) {
            try (MongoClient client = MongoClients.create(store.connectionString())) {
                ids.forEach(id -> client.getDatabase("d").getCollection("ids").insertOne(new Document("_id", id)));
            }

            store.stop();
            store.restart();

            try (MongoClient client = MongoClients.create(store.connectionString())) {
                MongoCollection<Document> kept = client.getDatabase("d").getCollection("ids");
                for (Object id : ids) {
                    assertThat(kept.find(Filters.eq("_id", id))).containsExactly(new Document("_id", id));
                    assertThatThrownBy(() -> kept.insertOne(new Document("_id", id)))
                            .isInstanceOf(MongoWriteException.class)
                            .hasMessageContaining("E11000");
                }
                assertThat(kept.find(Filters.in("_id", "text", 7, "absent"))).hasSize(2);
                assertThat(kept.deleteMany(Filters.in("_id", ids)).getDeletedCount())
                        .isEqualTo(ids.size());
            }
        }
    }
}
