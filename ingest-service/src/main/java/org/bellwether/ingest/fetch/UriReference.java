package org.bellwether.ingest.fetch;

import java.net.URI;

/** What a reference means beside the address that it stands at. */
public final class UriReference {

    private UriReference() {}

    /**
     * Resolves one (RFC 3986 §5.2.2). {@link URI#resolve} goes by the rules before those: it takes a lone query for one of the directory, and,
     * up to Java 17, the name of a file beside a bare host for more of the host's.
     *
     * @param base absolute {@code http} or {@code https} address
     * @throws IllegalArgumentException when that comes to no address
     */
    public static URI resolved(URI base, URI reference) {
        URI rooted = base.getRawPath().isEmpty() ? base.resolve("/") : base;
        boolean loneQuery = reference.toString().startsWith("?");
        return loneQuery
                ? URI.create(rooted.getScheme() + "://" + rooted.getRawAuthority() + rooted.getRawPath() + reference)
                : rooted.resolve(reference);
    }
}
