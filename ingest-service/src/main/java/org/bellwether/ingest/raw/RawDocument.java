package org.bellwether.ingest.raw;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * A document as a server sent it.
 *
 * @param at when it was received (UTC)
 * @param url where it came from, after redirects
 * @param headers of the response, by lower-case name
 * @param body decompressed
 */
// Compared by nobody, and a copy at each access would cost more than it protects.
@SuppressWarnings("ArrayRecordComponent")
public record RawDocument(Instant at, URI url, Map<String, String> headers, byte[] body) {

    public RawDocument {
        headers = Map.copyOf(headers);
    }
}
