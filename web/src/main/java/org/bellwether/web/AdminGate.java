package org.bellwether.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;

/** Lets through who may manage the service. */
@Singleton
public final class AdminGate {

    private final SecurityIdentity identity;
    private final boolean closed;

    AdminGate(SecurityIdentity identity, AdminSettings settings) {
        this.identity = identity;
        this.closed = settings.closed();
    }

    /**
     * The name of who asks.
     *
     * @throws HttpProblem 401 when nobody has logged in, 403 when they may not or no password is configured
     */
    public String admit() {
        if (closed) {
            throw HttpProblem.valueOf(
                    Status.FORBIDDEN,
                    "managing is switched off: set bellwether.admin.password (BELLWETHER_ADMIN_PASSWORD)");
        }
        if (identity.isAnonymous()) {
            throw unauthorized("log in as admin by HTTP basic");
        }
        if (!identity.hasRole("admin")) {
            throw HttpProblem.valueOf(Status.FORBIDDEN, "this needs the role admin");
        }
        return identity.getPrincipal().getName();
    }

    static HttpProblem unauthorized(String detail) {
        return HttpProblem.builder()
                .withStatus(Status.UNAUTHORIZED)
                .withTitle("Unauthorized")
                .withDetail(detail)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"bellwether\"")
                .build();
    }
}
