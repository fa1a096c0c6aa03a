package org.bellwether.ingest.fetch;

import java.net.URI;
import java.util.List;

/**
 * A body was read to its end.
 *
 * @param finalUrl where the body came from, after redirects; the base of its relative links
 * @param status 2xx
 * @param body decompressed; never changed after construction
 * @param validators to send with the next poll
 * @param redirects the hops taken before {@code finalUrl}, first the address asked for; empty without a redirect
 * @param permanentRedirect every hop was a 301 or 308, so the address has moved for good
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
        List<URI> redirects,
        boolean permanentRedirect,
        long wireBytes)
        implements FetchResult {

    public Fetched {
        redirects = List.copyOf(redirects);
    }
}
