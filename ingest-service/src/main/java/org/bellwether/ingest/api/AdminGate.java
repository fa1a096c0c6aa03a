package org.bellwether.ingest.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;

/** Lets through who may manage the service. */
public final class AdminGate {

    private static final String ADMIN = "admin";

    private final SecurityIdentity identity;
    private final boolean closed;

    /**
     * @param identity of who asks, at each request another
     * @param closed whether nobody may manage, since no password is configured
     */
    public AdminGate(SecurityIdentity identity, boolean closed) {
        this.identity = identity;
        this.closed = closed;
    }

    /**
     * Does nothing for an admin.
     *
     * @throws HttpProblem 401 when nobody has logged in, 403 when they may not or no password is configured
     */
    void admit() {
        if (closed) {
            throw HttpProblem.valueOf(
                    Status.FORBIDDEN,
                    "managing is switched off: set bellwether.admin.password (BELLWETHER_ADMIN_PASSWORD)");
        }
        if (identity.isAnonymous()) {
            throw unauthorized("log in as admin by HTTP basic");
        }
        if (!identity.hasRole(ADMIN)) {
            throw HttpProblem.valueOf(Status.FORBIDDEN, "this needs the role admin");
        }
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
