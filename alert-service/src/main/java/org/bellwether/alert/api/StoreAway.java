package org.bellwether.alert.api;

import com.mongodb.MongoException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A store that does not answer is no fault of who asks: 503, try again. */
@Provider
public final class StoreAway implements ExceptionMapper<MongoException> {

    @Override
    public Response toResponse(MongoException exception) {
        return HttpProblem.valueOf(Status.SERVICE_UNAVAILABLE, "the store does not answer; try again shortly")
                .toResponse();
    }
}
