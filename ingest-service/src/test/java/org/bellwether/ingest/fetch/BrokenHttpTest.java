package org.bellwether.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bellwether.ingest.fetch.RawServer.ascii;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that take HTTP apart: each ends with a diagnosis, in bounded time and memory. */
class BrokenHttpTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String LINE = "x".repeat(1000);

    private final Site site = new Site();

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void cutsOffHeadersThatDripForEver() {
        FetchFailed failed = failure(client -> {
            client.write(ascii(OK));
            forEver(client, "X", 50);
        });

        assertThat(failed.kind()).isEqualTo(FailureKind.TIMEOUT);
        assertThat(failed.diagnosis()).contains("within 1.5 s");
    }

    @Test
    void stopsAtHeadersWithoutEnd() {
        FetchFailed many = failure(client -> {
            client.write(ascii(OK));
            forEver(client, "X-Header: " + LINE + "\r\n", 0);
        });
        FetchFailed one = failure(client -> {
            client.write(ascii(OK + "X-Header: "));
            forEver(client, LINE, 0);
        });
        FetchFailed status = failure(client -> forEver(client, "HTTP/1.1 200 " + LINE, 0));

        assertThat(many.kind()).isEqualTo(FailureKind.TOO_LARGE);
        assertThat(one.kind()).isEqualTo(FailureKind.TOO_LARGE);
        assertThat(status.kind()).isIn(FailureKind.TOO_LARGE, FailureKind.IO);
        assertThat(many.diagnosis()).contains("headers");
    }

    @Test
    void takesNoMoreHeadersInAllThanAnAnswerNeeds() {
        FetchFailed failed = failure(client -> {
            client.write(ascii(OK));
            for (int i = 0; i < 100; i++) {
                client.write(ascii("X-" + i + ": " + "x".repeat(1_000) + "\r\n"));
            }
            client.write(ascii("Content-Length: 1\r\n\r\n<"));
        });

        assertThat(failed.kind()).isEqualTo(FailureKind.TOO_LARGE);
        assertThat(failed.diagnosis()).contains("headers");
    }

    @Test
    void stopsAtAChunkedBodyWhoseTrailersOrChunkHeadersDoNotEnd() {
        FetchFailed trailers = failure(client -> {
            client.write(ascii(OK + "Transfer-Encoding: chunked\r\n\r\n1\r\n<\r\n0\r\n"));
            forEver(client, "X-Trailer: " + LINE + "\r\n", 0);
        });
        FetchFailed extension = failure(client -> {
            client.write(ascii(OK + "Transfer-Encoding: chunked\r\n\r\n1;x="));
            forEver(client, LINE, 0);
        });

        assertThat(trailers.kind()).isEqualTo(FailureKind.TOO_LARGE);
        assertThat(extension.kind()).isEqualTo(FailureKind.TOO_LARGE);
    }

    @Test
    void cutsOffInterimAnswersThatNeverBecomeOne() {
        FetchFailed failed = failure(client -> forEver(client, "HTTP/1.1 103 Early Hints\r\n\r\n", 20));

        assertThat(failed.kind()).isEqualTo(FailureKind.TIMEOUT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                     | IO
            'hello'                                                | IO
            'SSH-2.0-OpenSSH_9.6\\r\\n'                              | IO
            'HTTP/1.1 abc OK\\r\\n\\r\\n'                              | IO
            'HTTP/1.1 200 OK\\r\\nContent-Length: -5\\r\\n\\r\\n'        | IO
            'HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n' | TRUNCATED
            'HTTP/1.1 200 OK\\r\\nContent-Length: 10\\r\\n\\r\\nabc'     | TRUNCATED
            'HTTP/1.1 200 OK\\r\\nContent-Length: 99\\r\\n\\r\\n<rss></rss>\\r\\n' | OK
            'HTTP/1.1 200 OK\\r\\nContent-Length: 99\\r\\n\\r\\n<rss></item>' | TRUNCATED
            'HTTP/1.1 200 OK\\r\\nContent-Length: 99\\r\\n\\r\\n<rdf:RDF><channel></channel>' | TRUNCATED
            'HTTP/1.1 200 OK\\r\\nContent-Length: 99\\r\\n\\r\\n<rss></rss><!-- cached -->' | OK
            'HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n13\\r\\n<rdf:RDF></rdf:RDF>\\r\\n' | OK
            'HTTP/1.1 200 OK\\r\\nContent-Encoding: gzip\\r\\n\\r\\n\u001f' | OK
            'HTTP/1.1 301 Moved\\r\\nLocation: http://[::\\r\\n\\r\\n'   | REDIRECT
            'HTTP/1.1 302 Found\\r\\nLocation: \u0001\u0002:\\r\\n\\r\\n' | REDIRECT
            'HTTP/1.1 302 Found\\r\\nLocation: http://a:99999999/\\r\\n\\r\\n' | REDIRECT
            """)
    void endsWithADiagnosisWhateverIsSaid(String said, String outcome) {
        try (RawServer server = new RawServer(
                client -> client.write(said.replace("\\r\\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1)))) {
            FetchResult result = site.fetch(new FetchRequest(server.url(), Validators.NONE));

            if (outcome.equals("OK")) {
                assertThat(result).isInstanceOf(Fetched.class);
            } else {
                assertThat(result).isInstanceOf(FetchFailed.class);
                assertThat(((FetchFailed) result).kind()).isEqualTo(FailureKind.valueOf(outcome));
                assertThat(((FetchFailed) result).diagnosis()).endsWith(".").hasSizeLessThan(400);
            }
        }
    }

    private FetchFailed failure(RawServer.Talk talk) {
        try (RawServer server = new RawServer(talk)) {
            FetchResult result = site.fetch(new FetchRequest(server.url(), Validators.NONE));
            assertThat(result).isInstanceOf(FetchFailed.class);
            return (FetchFailed) result;
        }
    }

    /** Until the fetcher hangs up, or the test ends. */
    private void forEver(OutputStream client, String piece, int everyMillis) throws IOException, InterruptedException {
        do {
            client.write(ascii(piece));
            client.flush();
        } while (!site.ends(everyMillis));
    }
}
