package org.bellwether.alert.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Set;
import org.bellwether.alert.subscription.DeskConfig;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what another site's page has a visitor's browser send. Browsers say where a request comes from:
 * {@code Sec-Fetch-Site} (Fetch Metadata), which no page can set, or where that is missing, {@code Origin} (RFC 6454).
 * Who is no browser sends neither and passes, so that a mail provider's one-click unsubscribe (RFC 8058), which could
 * carry no token of a form, works as ever.
 */
@Singleton
final class SameOrigin {

    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    /** What the user did by hand, such as sending a page once more, is {@code none}. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final Provider<DeskConfig> desk;

    /**
     * @param desk asked for by each request, because filters are made before there is a configuration
     */
    SameOrigin(Provider<DeskConfig> desk) {
        this.desk = desk;
    }

    @ServerRequestFilter(preMatching = true)
    void admit(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod()) || isOwn(request)) {
            return;
        }
        throw HttpProblem.valueOf(
                Status.FORBIDDEN,
                "this was sent from a page of another site; open the page here and send it from there, or, if this "
                        + "is its own page behind a proxy, set bellwether.public-url to the address that browsers see");
    }

    private boolean isOwn(ContainerRequestContext request) {
        @Nullable String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return OWN_SITES.contains(site);
        }
        @Nullable String origin = request.getHeaderString("Origin");
        if (origin == null) {
            return true;
        }
        String from = authority(origin);
        @Nullable String host = request.getHeaderString(HttpHeaders.HOST);
        return !from.isEmpty()
                && (from.equals(host) || from.equals(authority(desk.get().publicUrl())));
    }

    /** Host and, unless it is the usual one, port, as in {@code Host}; empty for {@code null} and what is no origin. */
    private static String authority(String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
