package org.bellwether.web;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * A wrong user or password: 401. Comes before the problem extension's own mapper, which was built against another
 * Quarkus and answers 500.
 */
@Provider
@Priority(1)
public final class LoginRefused implements ExceptionMapper<AuthenticationFailedException> {

    @Override
    public Response toResponse(AuthenticationFailedException exception) {
        return AdminGate.unauthorized("wrong user or password").toResponse();
    }
}
