package org.bellwether.classify.api;

import com.mongodb.MongoException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A store that does not answer is no fault of who asks: 503, try again. */
@Provider
public final class MongoAway implements ExceptionMapper<MongoException> {

    private static final int SECONDS = 5;

    @Override
    public Response toResponse(MongoException exception) {
        return HttpProblem.builder()
                .withStatus(Status.SERVICE_UNAVAILABLE)
                .withTitle("The store is away")
                .withDetail("The store does not answer; ask again in " + SECONDS
                        + " seconds. GET /q/health/ready tells more.")
                .withHeader(HttpHeaders.RETRY_AFTER, SECONDS)
                .build()
                .toResponse();
    }
}
