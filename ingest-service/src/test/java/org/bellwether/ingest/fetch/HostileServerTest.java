package org.bellwether.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hc.core5.ssl.SSLContexts;
import org.bellwether.ingest.host.HostBudgets;
import org.bellwether.ingest.host.HostLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are slow, broken or out to do harm. */
class HostileServerTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final FetchLimits A_DAY = new FetchLimits(DAY, DAY, DAY, 1 << 20, 1 << 20, 200, 5, 8, 2);

    private final Site site = new Site();

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void speaks_of_tls_when_a_server_has_none() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            site.execute(() -> {
                try (Socket socket = plain.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    site.awaitEnd();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            URI https = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/feed");

            FetchResult result = site.fetch(new FetchRequest(https, Validators.NONE));

            assertThat(((FetchFailed) result).kind()).isEqualTo(FailureKind.TLS_HANDSHAKE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 000 None",
                "HTTP/1.1 2x0 OK",
                "HTTP/1.1 99999999999 Much",
                "HTTP/9.9 200 OK",
                "HTTP/1.1",
                "ICY 200 OK",
                "HTTP/1.1 200 OK\r\nContent-Length: -1"
            })
    void calls_an_answer_that_is_no_http_a_failure_of_the_server(String head) throws IOException {
        try (ServerSocket odd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            site.execute(() -> {
                try (Socket socket = odd.accept()) {
                    socket.getInputStream().read(new byte[4096]);
                    socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });

            FetchResult result = site.fetch(
                    new FetchRequest(URI.create("http://127.0.0.1:" + odd.getLocalPort() + "/feed"), Validators.NONE));

            assertThat(result)
                    .isInstanceOfSatisfying(
                            FetchFailed.class,
                            failed -> assertThat(failed.diagnosis()).contains("127.0.0.1"));
        }
    }

    @Test
    void cuts_off_a_server_that_is_silent_and_one_that_drips_for_ever() {
        site.serve("/silent", exchange -> site.awaitEnd());
        site.serve("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            while (!site.ends(50)) {
                out.write('x');
                out.flush();
            }
        });

        // Neither answer ends before this test: that there is a result at all is because they were cut off.
        FetchFailed silent = site.failure("/silent");
        FetchFailed dripping = site.failure("/drip");

        assertThat(silent.kind()).isEqualTo(FailureKind.TIMEOUT);
        assertThat(dripping.kind()).isEqualTo(FailureKind.TIMEOUT);
        assertThat(dripping.diagnosis()).contains("within 1.5 s");
    }

    @Test
    void tries_no_more_of_a_names_silent_addresses_than_there_is_time_for() throws Exception {
        FetchLimits limits = new FetchLimits(
                Duration.ofMillis(400), Duration.ofSeconds(1), Duration.ofSeconds(1), 1024, 1024, 200, 5, 8, 2);
        HostBudgets budgets = new HostBudgets(HostLimits.DEFAULT, InstantSource.system());
        InetAddress[] many =
                Stream.generate(InetAddress::getLoopbackAddress).limit(100).toArray(InetAddress[]::new);
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                FeedFetcher fetcher = Site.fetcher(limits, budgets, host -> many, SSLContexts.createDefault())) {
            List<Socket> waiting = fill(full);
            URI url = URI.create("http://many.example.org:" + full.getLocalPort() + "/feed");

            FetchResult result = site.submit(() -> fetcher.fetch(new FetchRequest(url, Validators.NONE), Site.room()))
                    .get(15, TimeUnit.SECONDS);

            assertThat(((FetchFailed) result).kind()).isEqualTo(FailureKind.TIMEOUT);
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    /** Until its machine takes no more connections, which nobody accepts. */
    private static List<Socket> fill(ServerSocket server) throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try {
            while (waiting.size() < 50) {
                Socket socket = new Socket();
                waiting.add(socket);
                socket.connect(server.getLocalSocketAddress(), 300);
            }
        } catch (SocketTimeoutException e) {
            return waiting;
        }
        throw new IllegalStateException("it takes connections for ever");
    }

    @Test
    void stops_reading_fifty_megabytes_at_the_limit_whether_announced_or_not() {
        site.serve("/announced", exchange -> Site.send(exchange, 50 << 20, 50 << 20));
        site.serve("/streamed", exchange -> Site.send(exchange, 50 << 20, 0));
        try (FeedFetcher patient = Site.fetcher(FetchLimits.DEFAULT)) {
            for (String path : List.of("/announced", "/streamed")) {
                FetchResult result = patient.fetch(new FetchRequest(site.url(path), Validators.NONE), Site.room());

                assertThat(result)
                        .isInstanceOfSatisfying(
                                FetchFailed.class, it -> assertThat(it.kind()).isEqualTo(FailureKind.TOO_LARGE));
            }
        }
    }

    @Test
    void stops_a_gzip_bomb_while_it_unfolds() {
        byte[] bomb = Site.gzip(new byte[100 << 20]);
        site.serve("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            Site.answer(exchange, 200, bomb);
        });

        FetchFailed failed = site.failure("/bomb");

        assertThat(failed.kind()).isEqualTo(FailureKind.BOMB);
        assertThat(failed.diagnosis()).contains("decompressed");
    }

    @Test
    void takes_bodies_zipped_twice_and_no_more() {
        byte[] feed = "<rss>한미 동맹</rss>".getBytes(StandardCharsets.UTF_8);
        byte[] twice = Site.gzip(Site.gzip(feed));
        site.serve("/said", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip, gzip");
            Site.answer(exchange, 200, twice);
        });
        site.serve("/unsaid", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            Site.answer(exchange, 200, twice);
        });
        site.serve("/mixed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "deflate, gzip");
            Site.answer(exchange, 200, Site.gzip(Site.deflate(feed, false)));
        });
        site.serve("/thrice", exchange -> Site.answer(exchange, 200, Site.gzip(twice)));

        assertThat(((Fetched) site.fetch("/said")).body()).isEqualTo(feed);
        assertThat(((Fetched) site.fetch("/unsaid")).body()).isEqualTo(feed);
        assertThat(((Fetched) site.fetch("/mixed")).body()).isEqualTo(feed);
        assertThat(site.failure("/thrice").kind()).isEqualTo(FailureKind.BOMB);
    }

    @Test
    void refuses_encodings_nobody_asked_for_but_not_plain_bodies_under_odd_labels() {
        byte[] feed = "<rss/>".getBytes(StandardCharsets.UTF_8);
        for (String label : List.of("utf-8", "none", "br")) {
            site.serve("/" + label, exchange -> {
                exchange.getResponseHeaders().set("Content-Encoding", label);
                Site.answer(exchange, 200, feed);
            });
        }
        site.serve("/zstd", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "zstd");
            Site.answer(exchange, 200, new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, 0});
        });

        assertThat(((Fetched) site.fetch("/utf-8")).body()).isEqualTo(feed);
        assertThat(((Fetched) site.fetch("/none")).body()).isEqualTo(feed);
        assertThat(((Fetched) site.fetch("/br")).body()).isEqualTo(feed);
        assertThat(site.failure("/zstd"))
                .returns(FailureKind.ENCODING, FetchFailed::kind)
                .satisfies(it -> assertThat(it.diagnosis()).contains("zstd"));
    }

    @Test
    void takes_a_document_that_is_all_there_when_only_the_end_of_its_compression_is_missing() {
        byte[] document = ("<rss>" + "word ".repeat(20_000) + "</rss>\n").getBytes(StandardCharsets.UTF_8);
        byte[] gzip = Site.gzip(document);
        site.serve("/gzip", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            Site.answer(exchange, 200, Arrays.copyOf(gzip, gzip.length - 4));
        });

        assertThat(((Fetched) site.fetch("/gzip")).body()).isEqualTo(document);
    }

    @Test
    void calls_a_body_truncated_when_it_or_its_compression_breaks_off() {
        byte[] gzip = Site.gzip("<rss>word after word after word</rss>".getBytes(StandardCharsets.UTF_8));
        site.serve("/gzip", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            Site.answer(exchange, 200, Arrays.copyOf(gzip, gzip.length - 12));
        });
        site.serve("/short", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            throw new IOException("the server dies");
        });

        assertThat(site.failure("/gzip").kind()).isEqualTo(FailureKind.TRUNCATED);
        assertThat(site.failure("/short").kind()).isEqualTo(FailureKind.TRUNCATED);
    }

    @Test
    void closing_cuts_off_whoever_still_waits_for_a_server() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        site.serve("/silent", exchange -> {
            asked.countDown();
            site.awaitEnd();
        });
        FeedFetcher patient = Site.fetcher(A_DAY);
        Future<FetchResult> result =
                site.submit(() -> patient.fetch(new FetchRequest(site.url("/silent"), Validators.NONE), Site.room()));
        asked.await();

        patient.close();

        assertThat(result.get()).isInstanceOf(FetchFailed.class);
        assertThat(patient.fetch(new FetchRequest(site.url("/silent"), Validators.NONE), Site.room()))
                .isInstanceOf(FetchFailed.class);
    }

    @Test
    void closing_spares_nobody_who_asks_at_that_moment() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 512, InetAddress.getLoopbackAddress())) {
            FetchRequest request =
                    new FetchRequest(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"), Validators.NONE);
            for (int round = 0; round < 100; round++) {
                FeedFetcher patient = Site.fetcher(A_DAY);
                CyclicBarrier together = new CyclicBarrier(4);
                Callable<FetchResult> asking = () -> {
                    together.await();
                    return patient.fetch(request, Site.room());
                };
                List<Future<FetchResult>> results =
                        List.of(site.submit(asking), site.submit(asking), site.submit(asking));
                together.await();

                patient.close();

                for (Future<FetchResult> result : results) {
                    assertThat(result.get(10, TimeUnit.SECONDS)).isInstanceOf(FetchFailed.class);
                }
            }
        }
    }

    @Test
    void is_unharmed_by_hostile_servers_for_the_next_poll() {
        site.serve("/streamed", exchange -> Site.send(exchange, 10 << 20, 0));
        site.serve("/feed", exchange -> Site.answer(exchange, 200, new byte[] {'<'}));
        for (int i = 0; i < 10; i++) {
            assertThat(site.fetch("/streamed")).isInstanceOf(FetchFailed.class);
        }

        assertThat(site.fetch("/feed")).isInstanceOf(Fetched.class);
    }
}
