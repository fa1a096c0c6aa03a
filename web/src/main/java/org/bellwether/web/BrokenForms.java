package org.bellwether.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A form that breaks off, or is not what its Content-Type says, is no fault of the service. The framework throws whatever its
 * reader of forms met, so the place is asked for, not the kind.
 */
@Singleton
final class BrokenForms implements ProblemPostProcessor {

    private static final String READER_OF_FORMS = "org.jboss.resteasy.reactive.server.core.multipart.";

    /** Before it is written to the log as a fault, with its stack. */
    private static final int BEFORE_THE_LOG = 1_000;

    @Override
    public int priority() {
        return BEFORE_THE_LOG;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getStatusCode() != Status.INTERNAL_SERVER_ERROR.getStatusCode() || !isOfTheReader(context.cause)) {
            return problem;
        }
        return HttpProblem.valueOf(
                Status.BAD_REQUEST,
                "the form cannot be read: it breaks off, has too many members or is not encoded as its Content-Type says; send it again");
    }

    private static boolean isOfTheReader(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (Arrays.stream(cause.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().startsWith(READER_OF_FORMS))) {
                return true;
            }
        }
        return false;
    }
}
