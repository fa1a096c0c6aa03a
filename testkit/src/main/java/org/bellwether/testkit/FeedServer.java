package org.bellwether.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server on the loopback interface whose feeds a test changes while the services poll them. */
public final class FeedServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, LocalFeed> feeds = new LinkedHashMap<>();

    private FeedServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
    }

    public static FeedServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
            FeedServer feeds = new FeedServer(server);
            server.start();
            return feeds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A well-behaved RSS feed at {@code /<id>}, empty at first, whose publisher is its own owner. */
    public LocalFeed feed(String id) {
        LocalFeed feed = new LocalFeed(id, uri("/" + id));
        feeds.put(id, feed);
        server.createContext("/" + id, feed);
        return feed;
    }

    /** Anything else: a feed at {@code /<id>} that behaves as the handler says. */
    public void answer(String id, HttpHandler handler) {
        server.createContext("/" + id, exchange -> handle(handler, exchange));
        feeds.put(id, new LocalFeed(id, uri("/" + id)));
    }

    /** Catalogue YAML of all feeds, each to be polled every {@code interval} (ISO-8601). */
    public String catalogue(String interval) {
        StringBuilder yaml = new StringBuilder("feeds:\n");
        feeds.values().forEach(feed -> yaml.append(feed.catalogueEntry(interval)));
        return yaml.toString();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void handle(HttpHandler handler, HttpExchange exchange) throws IOException {
        try (exchange) {
            handler.handle(exchange);
        } catch (IOException e) {
            // The poller hung up, which is what it should do with a feed that misbehaves.
            exchange.close();
        }
    }
}
