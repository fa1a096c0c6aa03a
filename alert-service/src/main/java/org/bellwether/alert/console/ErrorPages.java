package org.bellwether.alert.console;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.bellwether.alert.text.Words;
import org.bellwether.web.Visit;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Shows a problem as a page to who reads pages; API clients, and whoever asks below {@code /api}, get it as JSON. */
@Singleton
final class ErrorPages {

    /** Before the page's headers are set, after the problem has been made whole. */
    private static final int BETWEEN = 7_000;

    private static final int SERVER_ERRORS = 500;
    private static final Map<Integer, String> KEYS = Map.of(403, "refused", 404, "missing", 503, "error");

    private final Provider<Desk> desk;

    /**
     * @param desk asked for by each page, because filters are made before there is a configuration
     */
    ErrorPages(Provider<Desk> desk) {
        this.desk = desk;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance problem(Page page, String text, String detail);
    }

    @ServerResponseFilter(priority = BETWEEN)
    void show(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof HttpProblem problem && readsPages(request)) {
            String key = KEYS.getOrDefault(
                    problem.getStatusCode(), problem.getStatusCode() >= SERVER_ERRORS ? "fault" : "bad");
            Visit visit = Visit.of(request);
            Page page = desk.get().page(visit, key + "_title");
            String text = Words.in(page.language()).of(key + "_text");
            // Of what is not there the page says all there is to say.
            String detail = key.equals("missing") || problem.getDetail() == null ? "" : problem.getDetail();
            response.setEntity(Templates.problem(page, text, detail).render(), null, MediaType.valueOf(Html.TYPE));
            response.getHeaders().putSingle("Vary", Html.VARY);
            response.getHeaders().putSingle("Cache-Control", "no-store");
        }
    }

    private static boolean readsPages(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return !path.startsWith("/api/")
                && !path.startsWith("/q/")
                && request.getAcceptableMediaTypes().stream()
                        .filter(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE)
                                || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                        .findFirst()
                        .filter(type -> !type.isWildcardType() && !type.isWildcardSubtype())
                        .filter(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE))
                        .isPresent();
    }
}
