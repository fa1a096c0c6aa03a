package org.bellwether.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bellwether.egress.AddressPolicy;
import org.bellwether.egress.Cidr;
import org.bellwether.ingest.headroom.Room;
import org.junit.jupiter.api.Test;

/** A server that answers one request on each connection, lets it stand, and closes it when the next one comes. */
class KeptConnectionTest {

    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void aServerThatClosesAKeptConnectionIsAskedOnceMore() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                FeedFetcher fetcher = new FeedFetcher(
                        Site.LIMITS, new AddressPolicy(List.of(Cidr.parse("127.0.0.1/32"))), "Test/1")) {
            serve(server, 1);
            for (int i = 0; i < 3; i++) {
                assertThat(fetch(fetcher, server)).isInstanceOf(NotModified.class);
            }
        }
        assertThat(connections).hasValue(3);
        assertThat(requests).hasValue(5);
    }

    @Test
    void aServerThatNeverAnswersIsAskedOnlyOnce() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                FeedFetcher fetcher = new FeedFetcher(
                        Site.LIMITS, new AddressPolicy(List.of(Cidr.parse("127.0.0.1/32"))), "Test/1")) {
            serve(server, 0);
            assertThat(fetch(fetcher, server)).isInstanceOf(FetchFailed.class);
        }
        assertThat(requests).hasValue(1);
    }

    private static FetchResult fetch(FeedFetcher fetcher, ServerSocket server) {
        URI url = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/feed");
        try (Room room = Site.room()) {
            return fetcher.fetch(new FetchRequest(url, new Validators("\"1\"", null)), room);
        }
    }

    private void serve(ServerSocket server, int answers) {
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    connections.incrementAndGet();
                    converse(socket, answers);
                } catch (IOException e) {
                    // The test is over, or the client hung up.
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void converse(Socket socket, int answers) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        int answered = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isEmpty()) {
                continue;
            }
            requests.incrementAndGet();
            if (answered++ == answers) {
                return;
            }
            socket.getOutputStream().write("HTTP/1.1 304 Not Modified\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }
}
