package org.bellwether.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;

/** Answers a path whose percent-encoding is broken. It leads to no resource, so that no other problem is made of it. */
@Singleton
final class UnreadablePath {

    void register(@Observes Router router) {
        router.errorHandler(Status.BAD_REQUEST.getStatusCode(), UnreadablePath::answer);
    }

    private static void answer(RoutingContext context) {
        JsonObject problem = new JsonObject()
                .put("type", "about:blank")
                .put("status", Status.BAD_REQUEST.getStatusCode())
                .put("title", Status.BAD_REQUEST.getReasonPhrase())
                .put("detail", "The path cannot be read; a % in it must be followed by two hexadecimal digits.");
        context.response()
                .setStatusCode(Status.BAD_REQUEST.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                .end(problem.encode());
    }
}
