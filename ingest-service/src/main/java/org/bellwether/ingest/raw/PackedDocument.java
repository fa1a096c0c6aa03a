package org.bellwether.ingest.raw;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A {@link RawDocument} whose body is still compressed (RFC 1952), so that many can be had at once. */
public final class PackedDocument {

    private final Instant at;
    private final URI url;
    private final Map<String, String> headers;
    private final byte[] packed;

    PackedDocument(Instant at, URI url, Map<String, String> headers, byte[] packed) {
        this.at = at;
        this.url = url;
        this.headers = Map.copyOf(headers);
        this.packed = packed;
    }

    /** When it was received (UTC). */
    public Instant at() {
        return at;
    }

    /** Bytes of the body when it is unpacked; the last four of what is packed say it, the lowest first. */
    public int size() {
        return ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt(packed.length - Integer.BYTES);
    }

    /** As it came. */
    public RawDocument unpacked() {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new RawDocument(at, url, headers, zip.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
