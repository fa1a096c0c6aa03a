package org.bellwether.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server on loopback, allowed by the policy as an operator would. */
class FeedFetcherTest {

    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
    private static final FetchLimits LIMITS = new FetchLimits(
            Duration.ofSeconds(2), Duration.ofMillis(700), Duration.ofMillis(1500), 256 << 10, 4 << 20, 200, 5, 8, 2);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch done = new CountDownLatch(1);
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private FeedFetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        fetcher = fetcher(LIMITS, FeedFetcherTest::resolve);
    }

    @AfterEach
    void stop() {
        done.countDown();
        fetcher.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void reads_a_body_with_its_headers_and_validators() {
        serve("/feed", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            asked.add(exchange.getRequestHeaders().getFirst("Cookie"));
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            exchange.getResponseHeaders().set("Last-Modified", "Sun, 27 Sep 2026 01:00:00 GMT");
            exchange.getResponseHeaders().set("Set-Cookie", "a=b");
            answer(exchange, 200, "<rss/>".getBytes(StandardCharsets.UTF_8));
        });

        Fetched fetched = (Fetched) fetch("/feed");
        fetch("/feed");

        assertThat(fetched.body()).asString().isEqualTo("<rss/>");
        assertThat(fetched.wireBytes()).isEqualTo(6);
        assertThat(fetched.redirects()).isEmpty();
        assertThat(fetched.permanentRedirect()).isFalse();
        assertThat(fetched.validators()).isEqualTo(new Validators("\"1\"", "Sun, 27 Sep 2026 01:00:00 GMT"));
        assertThat(asked).containsExactly("Bellwether/test (+mailto:ops@example.org)", null, asked.get(0), null);
    }

    @Test
    void asks_conditionally_and_keeps_the_validators_when_nothing_changed() {
        serve("/feed", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("If-None-Match"));
            asked.add(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            exchange.sendResponseHeaders(304, -1);
        });
        Validators known = new Validators("W/\"x\"", "Sun, 27 Sep 2026 01:00:00 GMT");

        FetchResult result = fetcher.fetch(new FetchRequest(url("/feed"), known));

        assertThat(result)
                .isInstanceOfSatisfying(
                        NotModified.class, it -> assertThat(it.validators()).isEqualTo(known));
        assertThat(asked).containsExactly("W/\"x\"", "Sun, 27 Sep 2026 01:00:00 GMT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "raw-deflate", "identity", "gzip-but-plain", "plain-but-gzip"})
    void decompresses_what_the_bytes_are(String encoding) {
        byte[] plain = "<rss>한미 동맹</rss>".getBytes(StandardCharsets.UTF_8);
        serve("/feed", exchange -> {
            byte[] body = plain;
            String header = encoding;
            switch (encoding) {
                case "gzip", "x-gzip" -> body = gzip(plain);
                case "deflate" -> body = deflate(plain, false);
                case "raw-deflate" -> {
                    body = deflate(plain, true);
                    header = "deflate";
                }
                case "gzip-but-plain" -> header = "gzip";
                case "plain-but-gzip" -> {
                    body = gzip(plain);
                    header = "identity";
                }
                default -> {}
            }
            exchange.getResponseHeaders().set("Content-Encoding", header);
            answer(exchange, 200, body);
        });

        assertThat(((Fetched) fetch("/feed")).body()).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "401, BLOCKED",
        "403, BLOCKED",
        "451, BLOCKED",
        "404, CLIENT_ERROR",
        "410, GONE",
        "429, TOO_MANY_REQUESTS",
        "500, SERVER_ERROR",
        "503, SERVER_ERROR",
        "304, UNEXPECTED_STATUS",
        "302, UNEXPECTED_STATUS"
    })
    void tells_the_answers_apart_that_bring_no_body(int status, FailureKind kind) {
        serve("/feed", exchange -> exchange.sendResponseHeaders(status, -1));

        FetchFailed failed = failure("/feed");

        assertThat(failed.kind()).isEqualTo(kind);
        assertThat(failed.status()).isEqualTo(status);
        assertThat(failed.diagnosis()).contains(Integer.toString(status)).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            120                           | PT2M
            Thu, 01 Oct 2026 00:10:00 GMT | PT10M
            Wed, 30 Sep 2026 00:10:00 GMT | PT0S
            soon                          |
            """)
    void passes_on_how_long_to_wait(String header, Duration wait) {
        serve("/feed", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", header);
            exchange.sendResponseHeaders(503, -1);
        });

        assertThat(failure("/feed").retryAfter().orElse(null)).isEqualTo(wait);
    }

    @Test
    void follows_redirects_and_tells_whether_the_feed_moved_for_good() {
        redirect("/a", 301, "/b c");
        redirect("/b%20c", 308, url("/feed").toString());
        redirect("/t", 302, "/a");
        serve("/feed", exchange -> answer(exchange, 200, new byte[] {'<'}));

        Fetched moved = (Fetched) fetch("/a");
        Fetched lent = (Fetched) fetch("/t");

        assertThat(moved.finalUrl()).isEqualTo(url("/feed"));
        assertThat(moved.redirects()).containsExactly(url("/a"), url("/b%20c"));
        assertThat(moved.permanentRedirect()).isTrue();
        assertThat(lent.permanentRedirect()).isFalse();
    }

    @Test
    void stops_at_a_circle_and_at_too_many_redirects() {
        redirect("/a", 302, "/b");
        redirect("/b", 302, "/a");
        for (int i = 0; i < 10; i++) {
            redirect("/n" + i, 302, "/n" + (i + 1));
        }
        redirect("/ftp", 302, "ftp://example.org/feed");

        assertThat(failure("/a"))
                .returns(FailureKind.REDIRECT, FetchFailed::kind)
                .satisfies(it -> assertThat(it.diagnosis()).contains("circle"));
        assertThat(failure("/n0").diagnosis()).contains("more than 5");
        assertThat(failure("/ftp").diagnosis()).contains("only http and https");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:%d/x",
                "http://10.0.0.1/x",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]:%d/x",
                "http://[::ffff:127.0.0.2]:%d/x",
                "http://[64:ff9b::a00:1]/x",
                "http://2130706434/x",
                "http://inside.example.org:%d/x",
                "http://0.0.0.0:%d/x"
            })
    void refuses_a_redirect_to_an_address_inside_even_behind_a_name(String target) {
        redirect("/out", 302, target.formatted(server.getAddress().getPort()));

        FetchFailed failed = failure("/out");

        assertThat(failed.kind()).isEqualTo(FailureKind.ADDRESS_REFUSED);
        assertThat(failed.diagnosis()).contains("bellwether.fetch.allow");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/hostname",
                "ftp://example.org/x",
                "http:/nowhere",
                "https://user:secret@example.org/"
            })
    void refuses_what_is_no_address_of_a_feed(String url) {
        FetchResult result = fetcher.fetch(new FetchRequest(URI.create(url), Validators.NONE));

        assertThat(result).isInstanceOfSatisfying(FetchFailed.class, it -> {
            assertThat(it.kind()).isEqualTo(FailureKind.BAD_URL);
            assertThat(it.diagnosis()).doesNotContain("secret");
        });
    }

    @Test
    void tells_a_name_that_does_not_resolve_from_a_port_that_is_closed() {
        FetchResult unknown =
                fetcher.fetch(new FetchRequest(URI.create("http://nowhere.example.org/"), Validators.NONE));
        server.stop(0);

        assertThat(((FetchFailed) unknown).kind()).isEqualTo(FailureKind.DNS);
        assertThat(failure("/feed").kind()).isEqualTo(FailureKind.CONNECT);
    }

    @Test
    void speaks_of_tls_when_a_server_has_none() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> {
                try (Socket socket = plain.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    await();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            URI https = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/feed");

            FetchResult result = fetcher.fetch(new FetchRequest(https, Validators.NONE));

            assertThat(((FetchFailed) result).kind()).isEqualTo(FailureKind.TLS);
        }
    }

    @Test
    void cuts_off_a_server_that_is_silent_and_one_that_drips_for_ever() {
        serve("/silent", exchange -> await());
        serve("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            while (!done.await(50, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        });

        FetchFailed silent = failure("/silent");
        Instant start = Instant.now();
        FetchFailed dripping = failure("/drip");

        assertThat(silent.kind()).isEqualTo(FailureKind.TIMEOUT);
        assertThat(dripping.kind()).isEqualTo(FailureKind.TIMEOUT);
        assertThat(dripping.diagnosis()).contains("within 1.5 s");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void stops_reading_fifty_megabytes_at_the_limit_whether_announced_or_not() {
        serve("/announced", exchange -> send(exchange, 50 << 20, 50 << 20));
        serve("/streamed", exchange -> send(exchange, 50 << 20, 0));
        try (FeedFetcher patient = fetcher(FetchLimits.DEFAULT, FeedFetcherTest::resolve)) {
            for (String path : List.of("/announced", "/streamed")) {
                FetchResult result = patient.fetch(new FetchRequest(url(path), Validators.NONE));

                assertThat(result)
                        .isInstanceOfSatisfying(
                                FetchFailed.class, it -> assertThat(it.kind()).isEqualTo(FailureKind.TOO_LARGE));
            }
        }
    }

    @Test
    void stops_a_gzip_bomb_while_it_unfolds() {
        byte[] bomb = gzip(new byte[100 << 20]);
        serve("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            answer(exchange, 200, bomb);
        });

        FetchFailed failed = failure("/bomb");

        assertThat(failed.kind()).isEqualTo(FailureKind.BOMB);
        assertThat(failed.diagnosis()).contains("decompressed");
    }

    @Test
    void calls_a_body_truncated_when_it_or_its_compression_breaks_off() {
        byte[] gzip = gzip("<rss>word after word after word</rss>".getBytes(StandardCharsets.UTF_8));
        serve("/gzip", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            answer(exchange, 200, Arrays.copyOf(gzip, gzip.length - 12));
        });
        serve("/short", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            throw new IOException("the server dies");
        });

        assertThat(failure("/gzip").kind()).isEqualTo(FailureKind.TRUNCATED);
        assertThat(failure("/short").kind()).isEqualTo(FailureKind.TRUNCATED);
    }

    @Test
    void is_unharmed_by_hostile_servers_for_the_next_poll() {
        serve("/streamed", exchange -> send(exchange, 10 << 20, 0));
        serve("/feed", exchange -> answer(exchange, 200, new byte[] {'<'}));
        for (int i = 0; i < 10; i++) {
            assertThat(fetch("/streamed")).isInstanceOf(FetchFailed.class);
        }

        assertThat(fetch("/feed")).isInstanceOf(Fetched.class);
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private void serve(String path, Handler handler) {
        server.createContext(path.replace("%20", " "), exchange -> {
            try (exchange) {
                handler.handle(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void redirect(String path, int status, String location) {
        serve(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(status, -1);
        });
    }

    private void await() throws InterruptedException {
        done.await();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void send(HttpExchange exchange, int bytes, int announced) throws IOException {
        exchange.sendResponseHeaders(200, announced);
        byte[] chunk = new byte[64 << 10];
        Arrays.fill(chunk, (byte) 'x');
        for (int sent = 0; sent < bytes; sent += chunk.length) {
            exchange.getResponseBody().write(chunk);
        }
    }

    private FetchResult fetch(String path) {
        return fetcher.fetch(new FetchRequest(url(path), Validators.NONE));
    }

    private FetchFailed failure(String path) {
        FetchResult result = fetch(path);
        assertThat(result).isInstanceOf(FetchFailed.class);
        return (FetchFailed) result;
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static FeedFetcher fetcher(FetchLimits limits, Names names) {
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
                limits, policy, "Bellwether/test (+mailto:ops@example.org)", resolver, InstantSource.fixed(NOW));
    }

    private interface Names {
        InetAddress[] resolve(String host) throws UnknownHostException;
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

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] plain, boolean raw) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, new Deflater(9, raw))) {
            deflate.write(plain);
        }
        return out.toByteArray();
    }
}
