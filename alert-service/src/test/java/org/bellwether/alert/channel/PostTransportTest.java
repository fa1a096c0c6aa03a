package org.bellwether.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PostTransportTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));
    private final CountDownLatch enough = new CountDownLatch(1);
    private final PostTransport transport = new PostTransport(
            new DestinationGuard(List.of("127.0.0.1/32")), NOON, Duration.ofSeconds(1), Duration.ofSeconds(1));
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        enough.countDown();
        server.close();
        transport.close();
    }

    @Test
    void anAcceptedPostIsDeliveredThoughTheBodyOfTheAnswerNeverEnds() {
        dripAfter("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");

        assertThat(post()).isEqualTo(new Outcome.Delivered());
    }

    @Test
    void theAnswerOfABusyReceiverIsUnderstoodThoughItsBodyNeverEnds() {
        dripAfter("HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 1000000\r\n\r\n");

        assertThat(post()).isEqualTo(new Outcome.Retry(Duration.ofSeconds(7), "answered 503"));
    }

    @Test
    void anAnswerWhoseHeadNeverEndsIsGivenUpAfterBothTimeouts() {
        dripAfter("HTTP/1.1 200 OK\r\nX-Slow: ");

        assertThat(post()).isInstanceOf(Outcome.Retry.class);
    }

    private Outcome post() {
        long start = System.nanoTime();
        Outcome outcome = transport.post("http://127.0.0.1:" + server.getLocalPort() + "/", "{}", Map.of());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        return outcome;
    }

    /** Says this, and then a byte every now and then, each well within the timeout, until the other side hangs up. */
    private void dripAfter(String head) {
        Thread thread = new Thread(() -> {
            try (Socket socket = server.accept();
                    OutputStream out = socket.getOutputStream()) {
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                while (!enough.await(200, TimeUnit.MILLISECONDS)) {
                    out.write('x');
                }
            } catch (IOException e) {
                // The other side hung up, as it should.
                enough.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
