package org.bellwether.ingest.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.bellwether.ingest.backend.StoreRefusedException;
import org.jboss.logging.Logger;

/**
 * Answers what the store refuses with 507 when it has no room, else with 503. What it says of itself is for the log: hubs, who may be anybody,
 * are answered here too.
 */
@Provider
public final class StoreRefusesNow implements ExceptionMapper<StoreRefusedException> {

    private static final Logger LOG = Logger.getLogger(StoreRefusesNow.class);
    private static final int UNAVAILABLE = 503;

    /** RFC 4918 §11.5. */
    private static final int INSUFFICIENT_STORAGE = 507;

    @Override
    public Response toResponse(StoreRefusedException refused) {
        LOG.errorf("A request fails: %s", refused.getMessage());
        HttpProblem problem = refused.isFull()
                ? problem(
                        INSUFFICIENT_STORAGE,
                        "The store is full",
                        "MongoDB has no room for anything more: make room on its disk, and ask again.")
                : problem(
                        UNAVAILABLE,
                        "The store refuses",
                        "MongoDB is there, does not do what it is asked, and would say the same again: see to its disk, and to the "
                                + "rights of the user in its connection string. The log of this service has its words.");
        return problem.toResponse();
    }

    private static HttpProblem problem(int status, String title, String wayOut) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(title)
                .withDetail(wayOut)
                .build();
    }
}
