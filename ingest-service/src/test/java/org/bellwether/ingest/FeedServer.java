package org.bellwether.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real HTTP server whose documents a test changes while they are polled; it answers 304 to who has read them. */
final class FeedServer implements AutoCloseable {

    private static final int MEETING_SECONDS = 10;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> unchanged = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> bodiesBegun = new ConcurrentHashMap<>();
    private final Map<String, String> askedBy = new ConcurrentHashMap<>();
    private final Map<String, Integer> atOnce = new ConcurrentHashMap<>();
    private final Map<String, Integer> mostAtOnce = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private record Answer(
            int status,
            String contentType,
            String body,
            int holdSeconds,
            @Nullable CountDownLatch meeting,
            @Nullable CountDownLatch leave) {

        private Answer(int status, String contentType, String body, int holdSeconds) {
            this(status, contentType, body, holdSeconds, null, null);
        }
    }

    FeedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url(String feed) {
        return url("127.0.0.1", feed);
    }

    /** The same at another address of this machine. */
    String url(String host, String feed) {
        return "http://" + host + ":" + server.getAddress().getPort() + "/" + feed;
    }

    void serve(String feed, String body) {
        answers.put("/" + feed, new Answer(200, "application/rss+xml; charset=utf-8", body, 0));
    }

    /** Serves one half, waits until so many others have come for their feeds, and serves the other half. */
    void serveWhenMet(String feed, String body, CountDownLatch meeting) {
        answers.put("/" + feed, new Answer(200, "application/rss+xml; charset=utf-8", body, 0, meeting, null));
    }

    /** How often a feed was asked for. */
    int asked(String feed) {
        return asked.computeIfAbsent("/" + feed, path -> new AtomicInteger()).get();
    }

    /** Who asked for a feed last, by the user agent; empty when nobody has. */
    String askedBy(String feed) {
        return askedBy.getOrDefault("/" + feed, "");
    }

    /** How many asked for a feed at once, at most. */
    int mostAtOnce(String feed) {
        return mostAtOnce.getOrDefault("/" + feed, 0);
    }

    /** How often a feed was begun to be sent, be it that it was taken to the end or not. */
    int bodiesBegun(String feed) {
        return bodiesBegun
                .computeIfAbsent("/" + feed, path -> new AtomicInteger())
                .get();
    }

    void servePage(String feed, String body) {
        answers.put("/" + feed, new Answer(200, "text/html", body, 0));
    }

    /** Sends whoever asks for a feed to another, for good. */
    void move(String feed, String other) {
        answers.put("/" + feed, new Answer(301, "text/plain", "/" + other, 0));
    }

    void fail(String feed, int status) {
        answers.put("/" + feed, new Answer(status, "text/plain", "no", 0));
    }

    void hold(String feed, int seconds) {
        answers.put("/" + feed, new Answer(200, "text/plain", "late", seconds));
    }

    /** Answers nobody who asks for a feed until the latch is opened. */
    CountDownLatch holdUntilOpened(String feed) {
        CountDownLatch leave = new CountDownLatch(1);
        answers.put("/" + feed, new Answer(200, "text/plain", "late", 0, null, leave));
        return leave;
    }

    /** How often a feed was answered with 304. */
    int unchanged(String feed) {
        return unchanged
                .computeIfAbsent("/" + feed, path -> new AtomicInteger())
                .get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        mostAtOnce.merge(path, atOnce.merge(path, 1, Integer::sum), Math::max);
        try {
            answer(exchange, path);
        } finally {
            atOnce.merge(path, -1, Integer::sum);
        }
    }

    private void answer(HttpExchange exchange, String path) throws IOException {
        try (exchange) {
            askedBy.put(path, String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")));
            Answer answer = answers.getOrDefault(path, new Answer(404, "text/plain", "none", 0));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            String etag = "\"" + Integer.toHexString(answer.body().hashCode()) + "\"";
            asked.computeIfAbsent(path, any -> new AtomicInteger()).incrementAndGet();
            if (answer.meeting() != null) {
                answer.meeting().countDown();
            }
            if (answer.leave() != null) {
                await(answer.leave());
            }
            wait(answer.holdSeconds());
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                unchanged.computeIfAbsent(path, any -> new AtomicInteger()).incrementAndGet();
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            if (answer.status() == 301) {
                exchange.getResponseHeaders().set("Location", answer.body());
            }
            if (answer.status() == 200) {
                exchange.getResponseHeaders().set("ETag", etag);
            }
            exchange.sendResponseHeaders(answer.status(), body.length);
            bodiesBegun.computeIfAbsent(path, any -> new AtomicInteger()).incrementAndGet();
            int half = answer.meeting() == null ? 0 : body.length / 2;
            exchange.getResponseBody().write(body, 0, half);
            meet(answer.meeting());
            exchange.getResponseBody().write(body, half, body.length - half);
        }
    }

    private static void meet(@Nullable CountDownLatch meeting) {
        try {
            if (meeting != null) {
                meeting.await(MEETING_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch leave) {
        try {
            leave.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wait(int seconds) throws IOException {
        try {
            if (seconds > 0 && closing.await(seconds, TimeUnit.SECONDS)) {
                throw new IOException("the server goes down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
