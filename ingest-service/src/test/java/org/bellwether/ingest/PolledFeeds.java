package org.bellwether.ingest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A feed server and a catalogue of its feeds, one for each test so that none depends on another. */
public final class PolledFeeds implements QuarkusTestResourceLifecycleManager {

    private static final List<String> FEEDS = List.of(
            "news",
            "corrected",
            "cached",
            "broken",
            "page",
            "slow",
            "bulk",
            "brokerless",
            "storeless",
            "contract",
            "hubbed",
            "hinted");

    private static FeedServer server;
    private Path catalogue;

    static FeedServer server() {
        return Objects.requireNonNull(server);
    }

    @Override
    public Map<String, String> start() {
        server = new FeedServer();
        TestTls.trusted();
        StringBuilder yaml = new StringBuilder("feeds:\n");
        for (String feed : FEEDS) {
            yaml.append("  - {id: ").append(feed).append(", url: '").append(server.url(feed));
            yaml.append("', publisher: Morning Post, language: en, country: KR, interval: PT0.3S}\n");
            server.serve(feed, Rss.feed());
        }
        server.serve("rare", Rss.feed());
        yaml.append("  - {id: rare, url: '").append(server.url("rare")).append("', interval: P1D}\n");
        yaml.append("  - {id: closed, url: 'https://closed.example/', enabled: false, reason: gone since May}\n");
        try {
            catalogue = Files.createTempFile("catalogue", ".yaml");
            Files.writeString(catalogue, yaml);
            return Map.ofEntries(
                    Map.entry("bellwether.catalogue", catalogue.toString()),
                    Map.entry("bellwether.fetch.allow", "127.0.0.1/32"),
                    Map.entry("bellwether.websub.callback", "https://ingest.example.org"),
                    Map.entry("bellwether.fetch.total-timeout", "2s"),
                    Map.entry("bellwether.fetch.max-bytes", "1M"),
                    // All feeds of the tests are of one host, and some hang on purpose.
                    Map.entry("bellwether.host.concurrency", "8"),
                    // The broker and the store of the tests are on this machine, and taken down on purpose.
                    Map.entry("kafka.max.block.ms", "2000"),
                    Map.entry("kafka.request.timeout.ms", "1500"),
                    Map.entry("kafka.delivery.timeout.ms", "3000"),
                    Map.entry("kafka.default.api.timeout.ms", "2000"),
                    Map.entry("kafka.reconnect.backoff.max.ms", "200"),
                    Map.entry("quarkus.mongodb.server-selection-timeout", "1s"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        server.close();
        try {
            Files.deleteIfExists(catalogue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
