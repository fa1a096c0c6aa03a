package org.bellwether.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The problems that requests are answered with. */
public final class Problems {

    /** Whoever makes more mistakes has made the same one again and again, and would be sent far more than they sent. */
    private static final int MOST_VIOLATIONS = 50;

    private Problems() {}

    public static HttpProblem invalid(Violation violation) {
        return invalid(List.of(violation));
    }

    /**
     * Bad input; of very many violations the first are named and the others counted.
     *
     * @param violations all of them, at least one
     */
    public static HttpProblem invalid(List<Violation> violations) {
        Violation first = violations.get(0);
        List<Violation> named = violations.subList(0, Math.min(violations.size(), MOST_VIOLATIONS));
        int others = violations.size() - named.size();
        String more = others == 0 ? "" : " (and " + others + " that are not listed)";
        return HttpProblem.builder()
                .withStatus(Status.BAD_REQUEST)
                .withTitle(Status.BAD_REQUEST.getReasonPhrase())
                .withDetail(first.field() + ": " + first.message() + more)
                .with("violations", List.copyOf(named))
                .build();
    }

    public static HttpProblem unknown(String what, String id, Collection<String> known) {
        String hint = known.isEmpty() ? "none are known yet" : "known are " + String.join(", ", known);
        return HttpProblem.valueOf(Status.NOT_FOUND, "there is no " + what + " '" + id + "'; " + hint);
    }

    public static HttpProblem unknown(String what, String id) {
        return HttpProblem.valueOf(Status.NOT_FOUND, "there is no " + what + " '" + id + "'");
    }

    /**
     * Asked too often.
     *
     * @param wait until it may be tried again
     */
    public static HttpProblem tooMany(Duration wait) {
        return HttpProblem.builder()
                .withStatus(Status.TOO_MANY_REQUESTS)
                .withTitle(Status.TOO_MANY_REQUESTS.getReasonPhrase())
                .withDetail("Try again in " + wait.toSeconds() + " s.")
                .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()))
                .build();
    }
}
