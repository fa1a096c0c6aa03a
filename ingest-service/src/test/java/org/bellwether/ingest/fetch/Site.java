package org.bellwether.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.core5.ssl.SSLContexts;
import org.bellwether.egress.AddressPolicy;
import org.bellwether.egress.Cidr;
import org.bellwether.egress.GuardedResolver;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostLimits;

/** A real server on loopback whose answers a test makes, and a fetcher that may go there. */
final class Site implements AutoCloseable {

    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
    static final FetchLimits LIMITS = new FetchLimits(
            Duration.ofSeconds(2), Duration.ofMillis(700), Duration.ofMillis(1500), 256 << 10, 4 << 20, 200, 5, 8, 2);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch done = new CountDownLatch(1);
    private final HttpServer server;
    private final FeedFetcher fetcher = fetcher(LIMITS);

    Site() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.start();
    }

    interface Handler {
        void handle(HttpExchange exchange) throws IOException, InterruptedException;
    }

    interface Names {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    void serve(String path, Handler handler) {
        server.createContext(path.replace("%20", " "), exchange -> {
            try (exchange) {
                handler.handle(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void redirect(String path, int status, String location) {
        serve(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(status, -1);
        });
    }

    void execute(Runnable task) {
        threads.execute(task);
    }

    <T> Future<T> submit(Callable<T> task) {
        return threads.submit(task);
    }

    void awaitEnd() throws InterruptedException {
        done.await();
    }

    /** Waits so long for the end of the test; whether it came. */
    boolean ends(int millis) throws InterruptedException {
        return done.await(millis, TimeUnit.MILLISECONDS);
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    FetchResult fetch(String path) {
        return fetch(new FetchRequest(url(path), Validators.NONE));
    }

    FetchResult fetch(FetchRequest request) {
        try (Room room = room()) {
            return fetcher.fetch(request, room);
        }
    }

    FetchFailed failure(String path) {
        FetchResult result = fetch(path);
        assertThat(result).isInstanceOf(FetchFailed.class);
        return (FetchFailed) result;
    }

    void goDown() {
        server.stop(0);
    }

    @Override
    public void close() {
        done.countDown();
        fetcher.close();
        server.stop(0);
        threads.shutdownNow();
    }

    static Room room() {
        return new Headroom(1L << 30, 10 << 20, 1).ofPoll();
    }

    static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    static void send(HttpExchange exchange, int bytes, int announced) throws IOException {
        exchange.sendResponseHeaders(200, announced);
        byte[] chunk = new byte[64 << 10];
        Arrays.fill(chunk, (byte) 'x');
        for (int sent = 0; sent < bytes; sent += chunk.length) {
            exchange.getResponseBody().write(chunk);
        }
    }

    /** Allowed by the policy as an operator would. */
    static FeedFetcher fetcher(FetchLimits limits) {
        HostBudgets free = new HostBudgets(new HostLimits(8, 1, Duration.ZERO), InstantSource.system());
        return fetcher(limits, free, Site::resolve, SSLContexts.createDefault());
    }

    static FeedFetcher fetcher(FetchLimits limits, HostBudgets budgets, Names names, SSLContext trust) {
        AddressPolicy policy = new AddressPolicy(List.of(Cidr.parse("127.0.0.1/32")));
        DnsResolver resolver = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return names.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        return new FeedFetcher(
                limits,
                PollingClient.open(
                        limits,
                        new GuardedResolver(resolver, policy),
                        "Bellwether/test (+mailto:ops@example.org)",
                        trust),
                budgets,
                InstantSource.fixed(NOW));
    }

    /** A name server of our own: one name leads inside, the others of that domain nowhere. */
    private static InetAddress[] resolve(String host) throws UnknownHostException {
        if (host.equals("inside.example.org")) {
            return new InetAddress[] {
                InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), InetAddress.getByAddress(new byte[] {10, 0, 0, 1})
            };
        }
        if (host.endsWith(".example.org")) {
            throw new UnknownHostException(host);
        }
        return SystemDefaultDnsResolver.INSTANCE.resolve(host);
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] deflate(byte[] plain, boolean raw) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, new Deflater(9, raw))) {
            deflate.write(plain);
        }
        return out.toByteArray();
    }
}
