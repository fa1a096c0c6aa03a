package org.bellwether.classify.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;

/** Bad input as RFC 9457 problems that name each field. */
final class Violations {

    /** What is wrong where. */
    record FieldViolation(String field, String message) {}

    private Violations() {}

    static HttpProblem problem(FieldViolation violation) {
        return problem(List.of(violation));
    }

    static HttpProblem problem(List<FieldViolation> violations) {
        FieldViolation first = violations.get(0);
        return HttpProblem.builder()
                .withStatus(Status.BAD_REQUEST)
                .withTitle("Bad Request")
                .withDetail(first.field() + ": " + first.message())
                .with("violations", violations)
                .build();
    }
}
