package org.bellwether.ingest.parse;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A feed as received.
 *
 * @param body decompressed
 * @param contentType {@code Content-Type} as sent, its charset included
 * @param otherHeaders further response headers by name; {@code Content-Language} and {@code Content-Location} are read
 * @param base address it came from; relative links resolve against it where the feed itself names no base
 */
// The body is compared by nobody; a copy at each access would cost more than it protects.
@SuppressWarnings("ArrayRecordComponent")
public record FeedDocument(
        byte[] body,
        @Nullable String contentType,
        Map<String, String> otherHeaders,
        @Nullable URI base) {

    public FeedDocument {
        Map<String, String> lowered = new TreeMap<>();
        otherHeaders.forEach((name, value) -> lowered.put(name.toLowerCase(Locale.ROOT), value));
        otherHeaders = Map.copyOf(lowered);
    }

    @Nullable
    String header(String lowerCaseName) {
        return otherHeaders.get(lowerCaseName);
    }
}
