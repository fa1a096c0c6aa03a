package org.bellwether.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Feeds on as many hosts, which are addresses of this machine. Each brings another entry every half second, answers slowly enough
 * to notice who else asks meanwhile, and remembers who asked when.
 */
final class SharedFeeds implements AutoCloseable {

    private static final Duration PER_ENTRY = Duration.ofMillis(500);
    private static final long SLOW_MILLIS = 100;

    /** A request, by the contact that its user agent names. */
    record Asked(String feed, String by, Instant at) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> ids;
    private final Instant began = Instant.now();
    private final AtomicReference<Optional<Integer>> last = new AtomicReference<>(Optional.empty());
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> atOnce = new ConcurrentHashMap<>();
    private final Map<String, Integer> mostAtOnce = new ConcurrentHashMap<>();
    private volatile String correction = "";

    SharedFeeds(int feeds) throws IOException {
        ids = IntStream.rangeClosed(1, feeds).mapToObj(n -> "shared-" + n).toList();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    List<String> ids() {
        return ids;
    }

    /** Catalogue YAML: each on a host of its own, polled every second. */
    String catalogue() {
        return ids.stream()
                .map(id -> "  - {id: %s, url: 'http://127.0.0.%s:%d/%s', publisher: %s, interval: PT1S}%n"
                        .formatted(
                                id,
                                id.substring(id.indexOf('-') + 1),
                                server.getAddress().getPort(),
                                id,
                                id))
                .collect(Collectors.joining("", "feeds:\n", ""));
    }

    /** Brings no more entries; says how many each feed has. */
    int stopGrowing() {
        return last.updateAndGet(before -> before.or(() -> Optional.of(entries())))
                .orElseThrow();
    }

    /** Gives the first entry of each feed another title. */
    void correct() {
        correction = ", corrected";
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** How many requests for one feed were there at once, at most. */
    int mostAtOnce() {
        return mostAtOnce.values().stream().max(Integer::compare).orElse(0);
    }

    private int entries() {
        return last.get()
                .orElseGet(
                        () -> 1 + (int) Duration.between(began, Instant.now()).dividedBy(PER_ENTRY));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().substring(1);
        asked.add(new Asked(id, String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")), Instant.now()));
        mostAtOnce.merge(id, atOnce.merge(id, 1, Integer::sum), Math::max);
        try (exchange) {
            closing.await(SLOW_MILLIS, TimeUnit.MILLISECONDS);
            byte[] body = document(id).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            atOnce.merge(id, -1, Integer::sum);
        }
    }

    private String document(String id) {
        String items = IntStream.range(0, entries())
                .mapToObj(n -> "<item><guid isPermaLink=\"false\">%s-%d</guid><title>Number %d of %s%s</title></item>"
                        .formatted(id, n, n, id, n == 0 ? correction : ""))
                .collect(Collectors.joining());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>" + id + "</title>"
                + items + "</channel></rss>";
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
