package org.bellwether.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A form that breaks off, or is not what its Content-Type says, is no fault of the service. The framework throws whatever its
 * reader of forms met, so the place is asked for, not the kind. But where it runs out of memory or disk, or has no place for
 * uploads, the service is at fault.
 */
@Singleton
final class BrokenForms implements ProblemPostProcessor {

    private static final Logger LOG = Logger.getLogger(BrokenForms.class);
    private static final String READER_OF_FORMS = "org.jboss.resteasy.reactive.server.core.multipart.";

    /** What is thrown when a disk fills up has no class of its own. */
    private static final String WRITER_OF_FILES = "sun.nio.ch.FileChannelImpl";

    /** Before it is written to the log as a fault, with its stack. */
    private static final int BEFORE_THE_LOG = 1_000;

    @Override
    public int priority() {
        return BEFORE_THE_LOG;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getStatusCode() != Status.INTERNAL_SERVER_ERROR.getStatusCode()
                || !isBelow(READER_OF_FORMS, context.cause)
                || isOurs(context.cause)) {
            return problem;
        }
        // Anybody may send one at any time; and whatever it says may be the sender's words, a password among them.
        LOG.debugf("A form could not be read: %s", context.cause.getClass().getName());
        return HttpProblem.valueOf(
                Status.BAD_REQUEST,
                "the form cannot be read: it breaks off, has too many members or is not encoded as its Content-Type says; send it again");
    }

    private static boolean isOurs(@Nullable Throwable thrown) {
        return isBelow(WRITER_OF_FILES, thrown)
                || causes(thrown).anyMatch(cause -> cause instanceof FileSystemException || cause instanceof Error);
    }

    private static boolean isBelow(String place, @Nullable Throwable thrown) {
        return causes(thrown)
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .anyMatch(frame -> frame.getClassName().startsWith(place));
    }

    private static Stream<Throwable> causes(@Nullable Throwable thrown) {
        Stream.Builder<Throwable> causes = Stream.builder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes.build();
    }
}
