package org.bellwether.ingest.api.console;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Map;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.web.Violation;

/** Answers with pages. They may load from this service only, run no script, and be framed by nobody. */
final class Html {

    static final String TYPE = "text/html;charset=UTF-8";

    private static final int YEAR_SECONDS = 365 * 24 * 3600;
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'";

    private Html() {}

    /** Makes an answer, or finds that there is no room for it now. */
    @FunctionalInterface
    interface Answer {
        Response get() throws NoRoomException;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance problem(Page page, String title, String detail);
    }

    static Response page(Visit visit, TemplateInstance page) {
        return page(visit, page, Status.OK.getStatusCode());
    }

    /** After something was done, where to see it. */
    static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /** The answer; a problem as a page of its own, but for a login, which the browser asks for itself. */
    static Response guarded(Visit visit, String path, Answer answer) {
        Page page = new Page(visit.words(), visit.words().of("problem_title"), path);
        try {
            return answer.get();
        } catch (HttpProblem problem) {
            if (problem.getStatusCode() == Status.UNAUTHORIZED.getStatusCode()) {
                throw problem;
            }
            String title = problem.getTitle() == null ? "" : problem.getTitle();
            return page(visit, Templates.problem(page, title, detail(problem)), problem.getStatusCode());
        } catch (NoRoomException crowded) {
            String later = visit.words().of("problem_later");
            return page(visit, Templates.problem(page, later, ""), Status.SERVICE_UNAVAILABLE.getStatusCode());
        } catch (BackendAwayException away) {
            String told = visit.words().of("problem_away");
            return page(visit, Templates.problem(page, told, ""), Status.SERVICE_UNAVAILABLE.getStatusCode());
        }
    }

    /** What was wrong with each field; without fields the problem's own words. */
    static String detail(HttpProblem problem) {
        Map<String, Object> parameters = problem.getParameters();
        if (parameters.get("violations") instanceof Iterable<?> violations) {
            StringBuilder all = new StringBuilder();
            for (Object each : violations) {
                Violation violation = (Violation) each;
                all.append(all.isEmpty() ? "" : "; ")
                        .append(violation.field())
                        .append(": ")
                        .append(violation.message());
            }
            return all.toString();
        }
        return problem.getDetail() == null ? "" : problem.getDetail();
    }

    static Response page(Visit visit, TemplateInstance page, int status) {
        Response.ResponseBuilder response = Response.status(status)
                .type(TYPE)
                .header("Vary", "Accept-Language, Cookie")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .entity(page.render());
        if (visit.chose()) {
            response.cookie(new NewCookie.Builder(Visit.LANGUAGE)
                    .value(visit.words().lang())
                    .path("/")
                    .maxAge(YEAR_SECONDS)
                    .sameSite(NewCookie.SameSite.LAX)
                    .httpOnly(true)
                    .build());
        }
        return response.build();
    }
}
