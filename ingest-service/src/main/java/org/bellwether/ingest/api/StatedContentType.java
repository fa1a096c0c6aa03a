package org.bellwether.ingest.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Publishers send a {@code Content-Type} that is none, and a preview must take what they sent, as must a push, whose hub
 * hands on what they sent (WebSub §7). The framework refuses such a request before any resource sees it, so for these the
 * header is set aside here and a sound one put in its place.
 */
@Singleton
final class StatedContentType {

    private static final String ASIDE = "Bellwether-Stated-Content-Type";
    private static final String PREVIEW = "/api/feeds/preview";
    private static final String PUSHES = "/websub/";
    private static final int EARLY = 1000;

    void register(@Observes Filters filters) {
        filters.register(StatedContentType::setAside, EARLY);
    }

    /** As the sender wrote it. */
    static @Nullable String of(HttpHeaders headers) {
        @Nullable String aside = headers.getHeaderString(ASIDE);
        return aside == null ? headers.getHeaderString(HttpHeaders.CONTENT_TYPE) : aside;
    }

    private static void setAside(RoutingContext context) {
        MultiMap headers = context.request().headers();
        headers.remove(ASIDE);
        @Nullable String stated = headers.get(HttpHeaders.CONTENT_TYPE);
        if (stated != null && isOfPublishers(context.normalizedPath()) && !isSound(stated)) {
            headers.set(ASIDE, stated);
            headers.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
        }
        context.next();
    }

    private static boolean isOfPublishers(String path) {
        return path.equals(PREVIEW) || path.startsWith(PUSHES);
    }

    private static boolean isSound(String contentType) {
        try {
            MediaType.valueOf(contentType);
            return !contentType.contains(",");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
