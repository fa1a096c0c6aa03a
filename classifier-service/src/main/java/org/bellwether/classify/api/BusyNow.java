package org.bellwether.classify.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;

/** The problem of what may be done by one at a time only: 409, and when to ask again. */
final class BusyNow {

    private BusyNow() {}

    static HttpProblem of(String detail, Duration wait) {
        return HttpProblem.builder()
                .withStatus(Status.CONFLICT)
                .withTitle(Status.CONFLICT.getReasonPhrase())
                .withDetail(detail)
                .withHeader(HttpHeaders.RETRY_AFTER, wait.toSeconds())
                .build();
    }
}
