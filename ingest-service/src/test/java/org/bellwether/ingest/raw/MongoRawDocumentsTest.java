package org.bellwether.ingest.raw;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents in a real store. */
class MongoRawDocumentsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void aBodyThatCameAgainPushesOutNoOther(@TempDir Path directory) throws IOException {
        try (EmbeddedStore store = EmbeddedStore.start(directory, Address.free());
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoRawDocuments documents = new MongoRawDocuments(client.getDatabase("kept"), 3);
            documents.keep("post", document("first", 0));
            documents.keep("post", document("second", 1));
            for (int minute = 2; minute < 10; minute++) {
                documents.keep("post", document("third", minute));
            }

            assertThat(kept(documents))
                    .extracting(RawDocument::at)
                    .containsExactly(NOON, NOON.plusSeconds(60), NOON.plusSeconds(540));
            assertThat(kept(documents).get(2).headers()).containsEntry("minute", "9");
            documents.keep("post", document("first", 10));
            documents.keepPushed("post", document("first", 11));

            assertThat(kept(documents))
                    .extracting(kept -> new String(kept.body(), StandardCharsets.UTF_8))
                    .containsExactly("second", "third", "first", "first");
        }
    }

    private static List<RawDocument> kept(MongoRawDocuments documents) {
        return documents.packed("post").stream().map(PackedDocument::unpacked).toList();
    }

    private static RawDocument document(String body, int minute) {
        return new RawDocument(
                NOON.plusSeconds(60L * minute),
                URI.create("https://post.example/feed"),
                Map.of("minute", Integer.toString(minute)),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
