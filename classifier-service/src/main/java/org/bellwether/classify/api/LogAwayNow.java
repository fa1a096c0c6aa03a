package org.bellwether.classify.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.bellwether.classify.log.LogAwayException;

/** Answers what needs the archived items while the broker is away with 503. */
@Provider
public final class LogAwayNow implements ExceptionMapper<LogAwayException> {

    private static final int SECONDS = 10;

    @Override
    public Response toResponse(LogAwayException away) {
        return HttpProblem.builder()
                .withStatus(Status.SERVICE_UNAVAILABLE)
                .withTitle("The broker is away")
                .withDetail("The archived items cannot be read now; ask again in " + SECONDS
                        + " seconds. GET /q/health/ready tells more.")
                .withHeader(HttpHeaders.RETRY_AFTER, SECONDS)
                .build()
                .toResponse();
    }
}
