package org.bellwether.ingest.fetch;

import java.net.URI;

/**
 * A body was read to its end.
 *
 * @param finalUrl where the body came from, after redirects; the base of its relative links
 * @param status 2xx
 * @param body decompressed; never changed after construction
 * @param validators to send with the next poll
 * @param chain the redirects taken
 * @param hints what the headers say of when to come again
 * @param wireBytes size of the body as transferred, before decompression
 */
// The body is compared by nobody; a copy of 10 MB at each access would be the greater evil.
@SuppressWarnings("ArrayRecordComponent")
public record Fetched(
        URI finalUrl,
        int status,
        FeedHeaders headers,
        byte[] body,
        Validators validators,
        Chain chain,
        ServerHints hints,
        long wireBytes)
        implements FetchResult {}
