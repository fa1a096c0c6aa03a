package org.bellwether.ingest.api.console;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.bellwether.web.Visit;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Shows a problem of a page as a page; whoever asks elsewhere gets it as JSON. */
@Singleton
final class ErrorPages {

    /** Before the page's headers are set, after the problem has been made whole. */
    private static final int BETWEEN = 7_000;

    private static final Pattern PAGES = Pattern.compile("/?(feeds|add-feed|import-feeds)(/.*)?");

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance problem(Page page, Trouble trouble);
    }

    /** Whether there are pages at that path. */
    static boolean isPage(String path) {
        return PAGES.matcher(path).matches();
    }

    @ServerResponseFilter(priority = BETWEEN)
    void show(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        if (response.getEntity() instanceof HttpProblem problem && isPage(path)) {
            Visit visit = Visit.of(request);
            Page page = Page.of(visit, "problem_title", "/feeds");
            Trouble trouble = Trouble.of(problem, Words.in(visit.language()));
            response.setEntity(Templates.problem(page, trouble).render(), null, MediaType.valueOf(Html.TYPE));
            response.getHeaders().putSingle("Vary", Html.VARY);
            response.getHeaders().putSingle("Cache-Control", "no-store");
        }
    }
}
