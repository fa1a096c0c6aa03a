package org.bellwether.ingest.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bellwether.web.Problems;
import org.bellwether.web.Violation;

/** What a request asks, part by part: what is wrong with one does not keep the others from being looked at. For one thread. */
public final class Asked {

    private final List<Violation> wrong = new ArrayList<>();

    /** What a problem says of each field; nothing when it is of none. */
    public static List<Violation> violations(HttpProblem problem) {
        List<Violation> all = new ArrayList<>();
        if (problem.getParameters().get("violations") instanceof Iterable<?> violations) {
            violations.forEach(each -> all.add((Violation) each));
        }
        return List.copyOf(all);
    }

    /** A part; empty when it is wrong, which is noted. */
    public <T> Optional<T> read(Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (HttpProblem problem) {
            List<Violation> violations = violations(problem);
            if (violations.isEmpty()) {
                throw problem;
            }
            wrong.addAll(violations);
            return Optional.empty();
        }
    }

    /** Notes what is wrong with something; nothing when it is right. */
    void note(List<Violation> violations) {
        wrong.addAll(violations);
    }

    /**
     * Complains of all of it.
     *
     * @throws HttpProblem 400 when anything is wrong
     */
    public void check() {
        if (!wrong.isEmpty()) {
            throw Problems.invalid(wrong);
        }
    }
}
