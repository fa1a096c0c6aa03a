package org.bellwether.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.bellwether.events.DateProvenance;
import org.bellwether.events.NewsItem;
import org.bellwether.testkit.FeedServer;
import org.bellwether.testkit.LocalFeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds that are broken or mean harm: each is diagnosed for what it is, and no other feed is the worse for it. */
class HostileFeedsIT {

    private static final int MEGABYTE = 1024 * 1024;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** By feed: what its diagnosis must speak of. */
    private static final Map<String, String> DIAGNOSES = Map.of(
            "html-page", "web page, not a feed",
            "empty", "document is empty",
            "fifty-megabytes", "announced 50 MiB",
            "gzip-bomb", "when decompressed",
            "entity-bomb", "entities made of other entities",
            "never-ends", "did not end within",
            "to-a-private-address", "was not contacted");

    @Test
    void areDiagnosedEachForWhatItIsAndHarmNoOther(@TempDir Path directory) throws Exception {
        try (FeedServer server = FeedServer.start()) {
            server.answer("html-page", exchange -> send(exchange, "text/html", "<html><body>News</body></html>"));
            server.answer("empty", exchange -> send(exchange, "application/rss+xml", ""));
            server.answer("fifty-megabytes", HostileFeedsIT::fiftyMegabytes);
            server.answer("gzip-bomb", HostileFeedsIT::gzipBomb);
            server.answer("entity-bomb", exchange -> send(exchange, "application/rss+xml", entityBomb()));
            server.answer("never-ends", HostileFeedsIT::neverEnds);
            server.answer("to-a-private-address", exchange -> {
                exchange.getResponseHeaders().set("Location", "http://10.1.2.3/feed");
                exchange.sendResponseHeaders(302, -1);
            });
            server.answer("no-dates", exchange -> send(exchange, "application/rss+xml", noDates()));
            LocalFeed healthy = server.feed("healthy");

            try (Line line = Line.start(directory, server, "PT2S")) {
                await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                    for (var expected : DIAGNOSES.entrySet()) {
                        JsonNode feed = feed(line, expected.getKey());
                        assertThat(feed.path("state").asText())
                                .as("state of %s", expected.getKey())
                                .isEqualTo("failing");
                        assertThat(feed.path("diagnosis").asText())
                                .as("diagnosis of %s", expected.getKey())
                                .containsPattern("(?i)" + expected.getValue());
                    }
                });
                int polls = healthy.polls();
                healthy.publish(new LocalFeed.Entry("a", "Rain on Friday", "It will rain.", Instant.now()));

                await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                    assertThat(healthy.polls()).isGreaterThan(polls);
                    assertThat(line.topic("news.items").read(NewsItem.class))
                            .extracting(NewsItem::feedId)
                            .containsExactlyInAnyOrder("healthy", "no-dates");
                });
                assertThat(feed(line, "healthy").path("state").asText()).isEqualTo("ok");
                assertThat(line.topic("news.items").read(NewsItem.class))
                        .filteredOn(item -> item.feedId().equals("no-dates"))
                        .extracting(NewsItem::publishedProvenance)
                        .containsExactly(DateProvenance.BACKLOG);
            }
        }
    }

    private static JsonNode feed(Line line, String id) throws IOException, InterruptedException {
        URI uri = URI.create("http://" + line.ports().ingest().reachable() + "/api/feeds/" + id);
        HttpResponse<byte[]> answer =
                HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
        return JSON.readTree(answer.body());
    }

    private static void send(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void fiftyMegabytes(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
        exchange.sendResponseHeaders(200, 50L * MEGABYTE);
        writeMegabytes(exchange.getResponseBody(), 50);
    }

    private static void gzipBomb(HttpExchange exchange) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            writeMegabytes(gzip, 50);
        }
        exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, packed.size());
        packed.writeTo(exchange.getResponseBody());
    }

    private static void writeMegabytes(OutputStream out, int megabytes) throws IOException {
        byte[] block = new byte[MEGABYTE];
        for (int n = 0; n < megabytes; n++) {
            out.write(block);
        }
    }

    /** One byte now and then, as long as anybody listens. */
    private static void neverEnds(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
        exchange.sendResponseHeaders(200, 0);
        Object pause = new Object();
        while (true) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            synchronized (pause) {
                try {
                    pause.wait(200);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private static String entityBomb() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY e0 \"boom\">");
        for (int n = 1; n < 12; n++) {
            xml.append("<!ENTITY e")
                    .append(n)
                    .append(" \"")
                    .append(("&e" + (n - 1) + ";").repeat(10))
                    .append("\">");
        }
        return xml.append("]><rss version=\"2.0\"><channel><title>&e11;</title></channel></rss>")
                .toString();
    }

    private static String noDates() {
        return "<rss version=\"2.0\"><channel><title>t</title><link>http://x.example/</link><description/>"
                + "<item><title>Snow on Saturday</title><link>http://x.example/snow</link></item></channel></rss>";
    }
}
