package org.bellwether.ingest.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What a server gave to recognise the version already read (RFC 9110 §8.8); opaque, sent back exactly as received.
 *
 * @param etag value of {@code ETag}, quotes included
 * @param lastModified value of {@code Last-Modified}
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

    /** Nothing is known yet: fetch unconditionally. */
    public static final Validators NONE = new Validators(null, null);

    /** What these do not name stays as it was known (RFC 9111 §4.3.4). */
    Validators or(Validators known) {
        return new Validators(
                etag == null ? known.etag : etag, lastModified == null ? known.lastModified : lastModified);
    }
}
