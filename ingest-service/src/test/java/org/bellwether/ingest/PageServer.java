package org.bellwether.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bellwether.egress.AddressPolicy;
import org.bellwether.egress.Cidr;
import org.bellwether.ingest.fetch.FeedFetcher;
import org.bellwether.ingest.fetch.FetchLimits;
import org.bellwether.ingest.host.HostBudgets;

/** A real site on loopback, of pages and a robots.txt, that remembers what it was asked for; 404 for all else. */
public final class PageServer implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    // Compared by nobody.
    @SuppressWarnings("ArrayRecordComponent")
    private record Page(int status, Map<String, String> headers, byte[] body) {}

    public PageServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** A fetcher that may go there. */
    public static FeedFetcher fetcher(HostBudgets budgets) {
        return new FeedFetcher(
                FetchLimits.DEFAULT,
                new AddressPolicy(List.of(Cidr.parse("127.0.0.1/32"))),
                "Bellwether/test (+mailto:ops@example.org)",
                budgets);
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    public void serve(String path, String contentType, byte[] body) {
        pages.put(path, new Page(200, Map.of("Content-Type", contentType), body));
    }

    public void serve(String path, String contentType, String body) {
        serve(path, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public void answer(String path, int status, Map<String, String> headers) {
        pages.put(path, new Page(status, headers, new byte[0]));
    }

    /** Paths in the order they were asked for. */
    public List<String> asked() {
        return asked;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            Page page = pages.getOrDefault(path, new Page(404, Map.of(), new byte[0]));
            page.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(page.status(), page.body().length == 0 ? -1 : page.body().length);
            exchange.getResponseBody().write(page.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
