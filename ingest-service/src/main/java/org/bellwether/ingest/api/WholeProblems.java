package org.bellwether.ingest.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Makes a whole problem of every error: those of our own, of the problem library, which leaves {@code about:blank} out,
 * and of the framework, which answers many with no body at all.
 */
final class WholeProblems {

    private static final URI STATUS_SAYS_IT = URI.create("about:blank");

    @ServerResponseFilter
    void complete(ContainerResponseContext response) {
        if (response.getEntity() instanceof HttpProblem problem) {
            response.setEntity(whole(problem), null, HttpProblem.MEDIA_TYPE);
        } else if (!response.hasEntity() && response.getStatus() >= Status.BAD_REQUEST.getStatusCode()) {
            HttpProblem bare = HttpProblem.builder()
                    .withStatus(response.getStatusInfo())
                    .withTitle(response.getStatusInfo().getReasonPhrase())
                    .build();
            response.setEntity(whole(bare), null, HttpProblem.MEDIA_TYPE);
        }
    }

    private static HttpProblem whole(HttpProblem problem) {
        HttpProblem.Builder whole = HttpProblem.builder(problem);
        whole.withType(Optional.ofNullable(problem.getType()).orElse(STATUS_SAYS_IT));
        int status = problem.getStatusCode();
        boolean ofTheFramework = status == 405 || status == 406 || status == 415;
        whole.withDetail(Optional.ofNullable(problem.getDetail())
                .filter(detail -> !ofTheFramework && !detail.isBlank() && !detail.startsWith("HTTP " + status))
                .orElseGet(() -> wayOut(status)));
        return whole.build();
    }

    /** For what the framework refuses by itself. */
    private static String wayOut(int status) {
        return switch (status) {
            case 401 -> "Log in as admin by HTTP basic.";
            case 404 -> "There is nothing at this path; GET /q/openapi tells what there is.";
            case 405 -> "This path does not take that method; GET /q/openapi tells which it takes.";
            case 406 -> "The answer is JSON; send Accept: application/json, or no Accept at all.";
            case 413 -> "The body is larger than any feed may be (bellwether.fetch.max-bytes).";
            case 415 -> "The body is of a type that is not read here; GET /q/openapi tells which are.";
            case 500 -> "This is a fault of the service; its log has the details.";
            default -> "The request cannot be understood; GET /q/openapi tells what is expected.";
        };
    }
}
