package org.bellwether.web;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a page comes from (RFC 6454, section 4).
 *
 * @param scheme {@code http} or {@code https}
 * @param authority host and, unless it is the scheme's usual one, port; small letters
 */
record Origin(String scheme, String authority) {

    /** Empty for {@code null}, which browsers send for pages of no origin, and for what is no URL of the web. */
    static Optional<Origin> of(String url) {
        try {
            URI uri = URI.create(url.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && uri.getRawAuthority() != null
                    ? Optional.of(new Origin(scheme, usual(scheme, uri.getRawAuthority())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a request with that {@code Host} would, by this origin's scheme, go to this origin. */
    boolean isAt(@Nullable String host) {
        return host != null && usual(scheme, host).equals(authority);
    }

    /** Whether it is the same place without TLS: what anybody on the way may have written. */
    boolean isUnprotected(Origin protectedOne) {
        return scheme.equals("http") && protectedOne.scheme.equals("https") && authority.equals(protectedOne.authority);
    }

    private static String usual(String scheme, String authority) {
        String port = scheme.equals("https") ? ":443" : ":80";
        String lower = authority.toLowerCase(Locale.ROOT);
        return lower.endsWith(port) ? lower.substring(0, lower.length() - port.length()) : lower;
    }
}
