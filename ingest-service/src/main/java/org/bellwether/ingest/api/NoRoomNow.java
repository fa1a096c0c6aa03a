package org.bellwether.ingest.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.bellwether.ingest.headroom.NoRoomException;

/** Answers a preview or replay that found no room in time with 503. Thrown as a problem it would be logged as a fault of ours. */
@Provider
public final class NoRoomNow implements ExceptionMapper<NoRoomException> {

    /** What is wrong then, and when to ask again. */
    public static HttpProblem problem() {
        return ApiProblem.noRoom();
    }

    @Override
    public Response toResponse(NoRoomException crowded) {
        return problem().toResponse();
    }
}
