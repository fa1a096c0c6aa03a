package org.bellwether.ingest.api.console;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import org.bellwether.web.Visit;

/** Answers with pages. */
final class Html {

    static final String TYPE = "text/html;charset=UTF-8";
    static final String VARY = "Accept, Accept-Language, Cookie";

    private Html() {}

    static Response page(Visit visit, TemplateInstance page) {
        return respond(visit, page, Status.OK.getStatusCode()).build();
    }

    /** A page that tells of something wrong. */
    static Response page(Visit visit, TemplateInstance page, Trouble trouble) {
        Response.ResponseBuilder response = respond(visit, page, trouble.status());
        if (!trouble.retryAfter().isEmpty()) {
            response.header(HttpHeaders.RETRY_AFTER, trouble.retryAfter());
        }
        return response.build();
    }

    private static Response.ResponseBuilder respond(Visit visit, TemplateInstance page, int status) {
        Response.ResponseBuilder response = Response.status(status)
                .type(TYPE)
                .header("Vary", VARY)
                .header("Cache-Control", "no-store")
                .entity(page.render());
        visit.cookie().ifPresent(response::cookie);
        return response;
    }

    /** After something was done, where to see it. */
    static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
