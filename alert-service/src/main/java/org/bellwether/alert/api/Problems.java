package org.bellwether.alert.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.util.Collection;
import java.util.List;

/** The problems this API answers with. */
final class Problems {

    /**
     * What is wrong with a parameter.
     *
     * @param field its name
     * @param message what it must be
     */
    record Violation(String field, String message) {}

    private Problems() {}

    static HttpProblem invalid(Violation violation) {
        return HttpProblem.builder()
                .withStatus(Status.BAD_REQUEST)
                .withTitle("Bad Request")
                .withDetail(violation.field() + ": " + violation.message())
                .with("violations", List.of(violation))
                .build();
    }

    static HttpProblem unknown(String what, String id, Collection<String> known) {
        String hint = known.isEmpty() ? "none are known yet" : "known are " + String.join(", ", known);
        return HttpProblem.valueOf(Status.NOT_FOUND, "there is no " + what + " '" + id + "'; " + hint);
    }

    static HttpProblem unknown(String what, String id) {
        return HttpProblem.valueOf(Status.NOT_FOUND, "there is no " + what + " '" + id + "'");
    }
}
