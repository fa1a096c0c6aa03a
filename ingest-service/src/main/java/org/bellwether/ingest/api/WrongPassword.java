package org.bellwether.ingest.api;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers a login that failed with 401. The problem library's own mapper is not up to this Quarkus and ends in a 500. */
@Provider
@Priority(1)
public final class WrongPassword implements ExceptionMapper<AuthenticationFailedException> {

    @Override
    public Response toResponse(AuthenticationFailedException failed) {
        return AdminGate.unauthorized("user or password is wrong").toResponse();
    }
}
