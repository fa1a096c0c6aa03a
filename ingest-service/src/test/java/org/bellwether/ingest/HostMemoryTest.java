package org.bellwether.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.ingest.host.Penalties.penalties;
import static org.bellwether.ingest.host.Penalties.penalty;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.bellwether.embedded.Address;
import org.bellwether.embedded.EmbeddedStore;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostLimits;
import org.bellwether.ingest.host.MongoHostPenalties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostMemoryTest {

    private static final URI POST = URI.create("https://post.example/rss");
    private static final URI TIMES = URI.create("https://times.example/rss");

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void aHostIsLeftAloneAfterARestartForAsLongAsWithoutIt(@TempDir Path directory) throws IOException {
        try (EmbeddedStore store = EmbeddedStore.start(directory, Address.free());
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoDatabase database = client.getDatabase("ingest");
            HostBudgets before = budgets();
            HostMemory memory = new HostMemory(before, new MongoHostPenalties(database));
            before.answered(POST, 429, null);
            before.answered(TIMES, 503, Duration.ofMinutes(30));
            memory.save();
            now = now.plus(Duration.ofMinutes(2));
            before.answered(POST, 429, null);
            memory.close();

            HostBudgets after = budgets();
            HostMemory restarted = new HostMemory(after, new MongoHostPenalties(database));
            restarted.resume();

            assertThat(penalties(after, now)).containsExactlyInAnyOrderElementsOf(penalties(before, now));
            now = now.plus(Duration.ofMinutes(3));
            after.answered(POST, 429, null);
            assertThat(penalty(after, POST, now).orElseThrow().until())
                    .as("the third time in a row")
                    .isEqualTo(now.plus(Duration.ofMinutes(4)));

            now = now.plus(Duration.ofHours(1));
            after.answered(POST, 200, null);
            restarted.save();
            assertThat(new MongoHostPenalties(database).all()).isEmpty();
        }
    }

    @Test
    void aHostIsLeftAloneByWhoTakesItOverAsLongAsByWhoHadIt(@TempDir Path directory) throws IOException {
        try (EmbeddedStore store = EmbeddedStore.start(directory, Address.free());
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoHostPenalties penalties = new MongoHostPenalties(client.getDatabase("ingest"));
            HostBudgets one = budgets();
            HostBudgets other = budgets();
            HostMemory ofOne = new HostMemory(one, penalties);
            HostMemory ofOther = new HostMemory(other, penalties);
            ofOther.resume();
            other.answered(TIMES, 503, Duration.ofMinutes(30));
            ofOther.save();
            one.answered(POST, 429, Duration.ofHours(1));
            ofOne.save();

            other.pardon(TIMES);
            ofOther.resume();

            assertThat(penalty(other, POST, now))
                    .isEqualTo(penalty(one, POST, now))
                    .isPresent();
            assertThat(penalty(other, TIMES, now)).as("taken back here").isEmpty();
        }
    }

    private HostBudgets budgets() {
        return new HostBudgets(HostLimits.DEFAULT, () -> now);
    }
}
