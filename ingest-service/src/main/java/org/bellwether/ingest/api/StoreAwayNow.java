package org.bellwether.ingest.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.bellwether.ingest.backend.BackendAwayException;

/** Answers a change that could not be written with 503. */
@Provider
public final class StoreAwayNow implements ExceptionMapper<BackendAwayException> {

    private static final int SECONDS = 5;

    @Override
    public Response toResponse(BackendAwayException away) {
        return HttpProblem.builder()
                .withStatus(Status.SERVICE_UNAVAILABLE)
                .withTitle("The " + away.what() + " is away")
                .withDetail("It could not be seen to that this is kept; look whether it was, and ask again in "
                        + SECONDS + " seconds. GET /q/health/ready tells more.")
                .withHeader(HttpHeaders.RETRY_AFTER, SECONDS)
                .build()
                .toResponse();
    }
}
