package org.bellwether.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.net.URI;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Sees that every problem has {@code type} and {@code detail}, whoever made it. {@code about:blank} says that the status
 * tells it all (RFC 9457, 4.2.1); the extension leaves the member out, and its post-processors do not see the problems
 * of our own mappers, nor the answers that the framework gives without a body.
 */
final class WholeProblems {

    /** Before the filters that turn problems into something else. */
    static final int FIRST = 9_000;

    private static final URI BLANK = URI.create("about:blank");
    private static final Set<Integer> OF_THE_FRAMEWORK = Set.of(405, 406, 415);

    @ServerResponseFilter(priority = FIRST)
    void complete(ContainerResponseContext response) {
        if (response.getEntity() instanceof HttpProblem problem) {
            response.setEntity(complete(problem), null, HttpProblem.MEDIA_TYPE);
        } else if (!response.hasEntity() && response.getStatus() >= Status.BAD_REQUEST.getStatusCode()) {
            StatusType status = response.getStatusInfo();
            HttpProblem bare = HttpProblem.builder()
                    .withStatus(status)
                    .withTitle(status.getReasonPhrase())
                    .build();
            response.setEntity(complete(bare), null, HttpProblem.MEDIA_TYPE);
        }
    }

    private static HttpProblem complete(HttpProblem problem) {
        HttpProblem.Builder whole = HttpProblem.builder(problem);
        if (problem.getType() == null) {
            whole.withType(BLANK);
        }
        if (saysNothing(problem)) {
            whole.withDetail(wayOut(problem.getStatusCode()));
        }
        return whole.build();
    }

    /** What the framework refuses by itself it explains by repeating the status, or by naming its own classes. */
    private static boolean saysNothing(HttpProblem problem) {
        String detail = problem.getDetail();
        int status = problem.getStatusCode();
        return detail == null
                || detail.isBlank()
                || detail.startsWith("HTTP " + status)
                || detail.startsWith("Unable to find matching target")
                || OF_THE_FRAMEWORK.contains(status);
    }

    private static String wayOut(int status) {
        return switch (status) {
            case 401 -> "Log in as admin by HTTP basic.";
            case 404 -> "There is nothing at this path; GET /q/openapi tells what there is.";
            case 405 -> "This path does not take that method; GET /q/openapi tells which it takes.";
            case 406 -> "This path does not answer in a form that is accepted; GET /q/openapi tells its forms.";
            case 413 -> "The body is larger than any request needs.";
            case 415 -> "The body is of a type that is not read here; send JSON as Content-Type: application/json.";
            case 500 -> "This is a fault of the service; its log has the details.";
            default -> "The request cannot be understood; GET /q/openapi tells what is expected.";
        };
    }
}
