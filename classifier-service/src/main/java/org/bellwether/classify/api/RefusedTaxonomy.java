package org.bellwether.classify.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import org.bellwether.settings.Fault;

/** The problem of a taxonomy that cannot be used: 422, with its faults. */
final class RefusedTaxonomy {

    /** Who made more mistakes has made the same one again and again. */
    private static final int MOST_FAULTS = 50;

    private static final int UNPROCESSABLE = 422;

    private RefusedTaxonomy() {}

    /**
     * Something wrong in it.
     *
     * @param field path of the member, such as {@code issues[3].concepts[0].patterns[2]}
     * @param line from 1
     * @param message what is wrong, and what would be right
     */
    public record FaultView(String field, int line, String message) {}

    /**
     * Of very many faults the first are named and the others counted.
     *
     * @param faults all of them, at least one
     * @param consequence what became of it, in words
     */
    static HttpProblem of(List<Fault> faults, String consequence) {
        int others = Math.max(0, faults.size() - MOST_FAULTS);
        String more = others == 0 ? "" : " (and " + others + " that are not listed)";
        return HttpProblem.builder()
                .withStatus(UNPROCESSABLE)
                .withTitle("The taxonomy is refused")
                .withDetail(consequence + faults.get(0) + more)
                .with(
                        "violations",
                        faults.stream()
                                .limit(MOST_FAULTS)
                                .map(fault -> new FaultView(fault.path(), fault.line(), fault.reason()))
                                .toList())
                .build();
    }
}
