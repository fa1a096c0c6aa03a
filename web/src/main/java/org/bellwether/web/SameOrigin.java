package org.bellwether.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what another site's page has a visitor's browser send, to which the browser adds the password that its user
 * once gave. Browsers say where a request comes from: {@code Sec-Fetch-Site} (Fetch Metadata), which no page can set, or
 * where that is missing, {@code Origin} (RFC 6454). Who is no browser sends neither and passes, so that a mail provider's
 * one-click unsubscribe (RFC 8058), which could carry no token of a form, works as ever.
 */
@Singleton
final class SameOrigin {

    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    /** What the user did by hand, such as sending a page once more, is {@code none}. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final Provider<Optional<String>> publicUrl;

    /**
     * @param publicUrl the address that browsers see, where that is not the one they ask for by {@code Host}, as behind
     *     some proxies; asked for by each request, because filters are made before there is a configuration
     */
    SameOrigin(@ConfigProperty(name = "bellwether.public-url") Provider<Optional<String>> publicUrl) {
        this.publicUrl = publicUrl;
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
        return origin == null
                || Origin.of(origin)
                        .filter(from -> isOwn(from, request.getHeaderString(HttpHeaders.HOST)))
                        .isPresent();
    }

    /** By {@code Host} no scheme can be told, as TLS may end at a proxy; by the public URL it can. */
    private boolean isOwn(Origin from, @Nullable String host) {
        Optional<Origin> published = publicUrl.get().flatMap(Origin::of);
        return published.filter(from::equals).isPresent()
                || (from.isAt(host) && published.filter(from::isUnprotected).isEmpty());
    }
}
