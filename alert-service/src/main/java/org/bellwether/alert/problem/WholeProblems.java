package org.bellwether.alert.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import java.net.URI;
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
        String detail = problem.getDetail();
        // The framework's own words repeat the status.
        if (detail == null || detail.isBlank() || detail.startsWith("HTTP " + problem.getStatusCode())) {
            whole.withDetail(sentence(problem.getStatusCode()));
        }
        return whole.build();
    }

    private static String sentence(int status) {
        return switch (status) {
            case 400 -> "the request cannot be read; see /q/openapi for what is expected";
            case 404 -> "there is nothing at this address; see /q/openapi for what there is";
            case 405 -> "this address is not for that method; see /q/openapi for those it is for";
            case 406 -> "this address cannot answer in a form that is accepted; see /q/openapi for its forms";
            case 413 -> "the body is larger than any request needs";
            case 415 -> "the body is of a type that is not read here; JSON is sent as Content-Type: application/json";
            case 500 -> "something went wrong here; the log of the service says what";
            default -> "see /q/openapi for what is expected";
        };
    }
}
