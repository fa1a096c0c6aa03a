package org.bellwether.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import org.bellwether.testkit.DistinctWords;

/**
 * Thousands of feeds, five to a host, on addresses of this machine. In a mixed round four fifths of them have not changed, a
 * tenth has (20 KB), one in twenty fails and one in twenty never answers.
 */
final class FeedFarm implements AutoCloseable {

    private static final int FEEDS_PER_HOST = 5;
    private static final int ENTRIES = 24;
    private static final Duration LONGER_THAN_ANYBODY_WAITS = Duration.ofSeconds(60);

    static {
        // By default the server of the Java runtime closes what stands idle beyond two hundred connections.
        System.setProperty("sun.net.httpserver.maxIdleConnections", "20000");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final ScheduledExecutorService hanging = Executors.newSingleThreadScheduledExecutor();
    private final Queue<Future<?>> hung = new ConcurrentLinkedQueue<>();
    private final AtomicIntegerArray asked;
    private final AtomicLongArray lastAsked;
    private volatile boolean mixed;

    FeedFarm(int feeds) throws IOException {
        asked = new AtomicIntegerArray(feeds);
        lastAsked = new AtomicLongArray(feeds);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 4_096);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url(int feed) {
        int host = feed / FEEDS_PER_HOST;
        return "http://127." + (1 + host / 62_500) + "." + (host / 250 % 250) + "." + (1 + host % 250) + ":"
                + server.getAddress().getPort() + "/" + feed;
    }

    /** From now on feeds change, fail and hang. */
    void beMixed() {
        mixed = true;
        for (int feed = 0; feed < asked.length(); feed++) {
            asked.set(feed, 0);
        }
    }

    static boolean hangs(int feed) {
        return feed % 20 == 19;
    }

    /** How many feeds were asked since the last change. */
    int askedFeeds() {
        int count = 0;
        for (int feed = 0; feed < asked.length(); feed++) {
            count += asked.get(feed) > 0 ? 1 : 0;
        }
        return count;
    }

    /** When the last of the feeds that do (not) hang was first asked, in {@link System#nanoTime} of this process. */
    long lastAsked(boolean hanging) {
        long last = 0;
        for (int feed = 0; feed < lastAsked.length(); feed++) {
            last = hangs(feed) == hanging ? Math.max(last, lastAsked.get(feed)) : last;
        }
        return last;
    }

    private void answer(HttpExchange exchange) throws IOException {
        int feed = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
        if (asked.getAndIncrement(feed) == 0) {
            lastAsked.set(feed, System.nanoTime());
        }
        if (mixed && hangs(feed)) {
            hung.add(hanging.schedule(exchange::close, LONGER_THAN_ANYBODY_WAITS.toSeconds(), TimeUnit.SECONDS));
            return;
        }
        try (exchange) {
            boolean changes = mixed && feed % 10 == 3;
            int edition = changes ? 1 : 0;
            String etag = "\"" + edition + "\"";
            if (mixed && feed % 20 == 9) {
                exchange.sendResponseHeaders(500, -1);
            } else if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                byte[] body = document(feed, edition).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("ETag", etag);
                exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static String document(int feed, int edition) {
        StringBuilder out = new StringBuilder("<rss version=\"2.0\"><channel><title>Feed " + feed
                + "</title><link>https://farm.example/" + feed + "</link><description>All</description>");
        int entries = edition == 0 ? 2 : ENTRIES;
        Random words = new Random(feed);
        for (int entry = 0; entry < entries; entry++) {
            String id = feed + "-" + edition + "-" + entry;
            out.append("<item><title>Talks ")
                    .append(id)
                    .append("</title><link>https://farm.example/")
                    .append(id)
                    .append("</link><guid>https://farm.example/")
                    .append(id)
                    .append("</guid><description>&lt;p&gt;")
                    .append(DistinctWords.of(words.nextInt(1_000_000), 90))
                    .append("&lt;/p&gt;</description><pubDate>Sun, 27 Sep 2026 01:00:00 GMT</pubDate></item>");
        }
        return out.append("</channel></rss>").toString();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        hanging.shutdownNow();
    }
}
