package org.bellwether.ingest.fetch;

import java.time.Duration;

/**
 * How much a feed may cost.
 *
 * @param connect for the TCP connection and again for the TLS handshake
 * @param read between two packets
 * @param total for the whole exchange, redirects included
 * @param maxWireBytes of a body as transferred
 * @param maxBodyBytes of a body decompressed
 * @param maxRatio of decompressed to transferred size beyond which, past the first MiB, a body is called a bomb
 * @param maxRedirects hops followed
 * @param maxConnections open at once, over all hosts
 * @param maxConnectionsPerHost open at once to one host
 */
public record FetchLimits(
        Duration connect,
        Duration read,
        Duration total,
        long maxWireBytes,
        long maxBodyBytes,
        int maxRatio,
        int maxRedirects,
        int maxConnections,
        int maxConnectionsPerHost) {

    /** For feeds on the open Internet: 10 s to connect, 20 s to the next bytes, 60 s in all, 10 MiB. */
    public static final FetchLimits DEFAULT = new FetchLimits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            10L << 20,
            10L << 20,
            200,
            5,
            1_024,
            2);

    public FetchLimits {
        positive(connect, "connect");
        positive(read, "read");
        positive(total, "total");
        positive(maxWireBytes, "maxWireBytes");
        positive(maxBodyBytes, "maxBodyBytes");
        positive(maxRatio, "maxRatio");
        positive(maxConnections, "maxConnections");
        positive(maxConnectionsPerHost, "maxConnectionsPerHost");
        if (maxRedirects < 0) {
            throw new IllegalArgumentException("maxRedirects must not be negative: " + maxRedirects);
        }
    }

    private static void positive(Duration value, String name) {
        positive(value.toMillis(), name);
    }

    private static void positive(long value, String name) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
    }
}
