package org.bellwether.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Says what the HTTP server below would refuse without a word: an address that is no URI, such as one
 * with a broken escape, and a body above its limit. It
 * does so before any resource is looked for; here the reason is noted, and told where all problems are, so that who reads
 * pages gets a page.
 */
@Singleton
final class ServerRefusals {

    private static final String REASON = ServerRefusals.class.getName();
    /** Before whatever else there is: nothing has to bear an address that is no URI. */
    private static final int FIRST = Integer.MIN_VALUE;
    /** Just before the server's own check. */
    private static final int BEFORE_LIMIT = -3;
    /** RFC 3986, 2.1. */
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?!\\p{XDigit}{2})");

    private final CurrentVertxRequest current;

    ServerRefusals(CurrentVertxRequest current) {
        this.current = current;
    }

    /**
     * Puts itself in the requests' way.
     *
     * @param largest body that is read at all
     */
    void install(
            @Observes Router router,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M") MemorySize largest) {
        router.route().order(FIRST).handler(ServerRefusals::addressThatIsUri);
        router.route().order(BEFORE_LIMIT).handler(context -> bodyWithin(largest, context));
    }

    /** The check that Quarkus would make, see {@link UriCheckTakenOver}. */
    private static void addressThatIsUri(RoutingContext context) {
        String address = String.valueOf(context.request().uri());
        try {
            new URI(address);
            context.next();
        } catch (URISyntaxException e) {
            context.put(REASON, HttpProblem.valueOf(Status.BAD_REQUEST, why(address)));
            // What stands before the mistake still tells whether a page or the API was asked for.
            String sound = address.substring(0, Math.max(0, e.getIndex()));
            String path = sound.startsWith("/") ? sound.split("\\?", 2)[0] : "/";
            context.reroute(HttpMethod.GET, path.substring(0, path.lastIndexOf('/') + 1));
        }
    }

    private static String why(String address) {
        return BROKEN_ESCAPE.matcher(address).find()
                ? "the address cannot be read: % begins an escape of two hexadecimal digits, "
                        + "and stands for itself only as %25"
                : "the address cannot be read: it has a character that must be escaped, as { by %7B (RFC 3986, 2)";
    }

    private static void bodyWithin(MemorySize largest, RoutingContext context) {
        HttpServerRequest request = context.request();
        if (length(request) > largest.asLongValue()) {
            context.put(
                    REASON,
                    HttpProblem.valueOf(
                            Status.REQUEST_ENTITY_TOO_LARGE,
                            "the body has more than the " + largest.asLongValue() + " bytes that are read at all"));
            // By it the server would refuse before us. The body is left unread, so nothing can follow on the
            // connection.
            request.headers().remove(HttpHeaders.CONTENT_LENGTH);
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.addEndHandler(ended -> request.connection().close());
        }
        context.next();
    }

    private static long length(HttpServerRequest request) {
        @Nullable String stated = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return stated == null ? 0 : Long.parseLong(stated);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @ServerRequestFilter(preMatching = true)
    void refuse() {
        @Nullable RoutingContext context = current.getCurrent();
        @Nullable HttpProblem reason = context == null ? null : context.get(REASON);
        if (reason != null) {
            throw reason;
        }
    }
}
