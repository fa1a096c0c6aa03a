package org.bellwether.ingest.api.console;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.regex.Pattern;
import org.bellwether.web.AdminGate;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Looks who posts to a page, and how much, before any of it is read: a form is taken in as a whole, and would be of anybody.
 * Browsers say the length of every form (RFC 9110 §8.6); of what comes in chunks, as from some proxies, the server's own limit holds.
 */
@Singleton
final class PostedBodies {

    /** A feed's members, of 500 characters at most but for its address and selectors, however they are escaped. */
    private static final long LONGEST_FORM = 256L << 10;

    /** An OPML of 5 MB, or one that is carried: packed no longer, but in Base64. */
    private static final long LONGEST_DOCUMENT = 8L << 20;

    private static final Pattern IMPORT = Pattern.compile("/?import-feeds(/.*)?");

    private final Provider<AdminGate> gate;

    PostedBodies(Provider<AdminGate> gate) {
        this.gate = gate;
    }

    @ServerRequestFilter
    void admit(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (!request.getMethod().equals(HttpMethod.POST) || !ErrorPages.isPage(path)) {
            return;
        }
        gate.get().admit();
        check(request.getHeaderString(HttpHeaders.CONTENT_LENGTH), isImport(path) ? LONGEST_DOCUMENT : LONGEST_FORM);
    }

    private static void check(@Nullable String length, long most) {
        // Of digits only, or there would be no request.
        if (length == null || length.isEmpty()) {
            return;
        }
        if (length.length() > Long.toString(most).length() || Long.parseLong(length) > most) {
            throw HttpProblem.valueOf(
                    Status.REQUEST_ENTITY_TOO_LARGE, "what is sent to this page may have at most " + most + " bytes");
        }
    }

    private static boolean isImport(String path) {
        return IMPORT.matcher(path).matches();
    }
}
