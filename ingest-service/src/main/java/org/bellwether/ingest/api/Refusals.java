package org.bellwether.ingest.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.bellwether.ingest.catalogue.EditPlan;
import org.bellwether.web.Problems;
import org.bellwether.web.Violation;

/** Why the catalogue is not changed, as problems. */
final class Refusals {

    private Refusals() {}

    /**
     * The plan, if there is one.
     *
     * @throws HttpProblem if not
     */
    static EditPlan.Accepted unless(EditPlan plan) {
        if (plan instanceof EditPlan.Accepted accepted) {
            return accepted;
        }
        throw problem(plan);
    }

    private static HttpProblem problem(EditPlan plan) {
        if (plan instanceof EditPlan.Invalid invalid) {
            return Problems.invalid(invalid.faults().stream()
                    .map(fault -> new Violation(fault.member(), fault.reason()))
                    .toList());
        }
        if (plan instanceof EditPlan.NoSuchFeed missing) {
            return ApiProblem.noSuchFeed(missing.id());
        }
        if (plan instanceof EditPlan.Taken taken) {
            return taken(taken);
        }
        if (plan instanceof EditPlan.Former former) {
            return former(former);
        }
        if (plan instanceof EditPlan.Impossible impossible) {
            return HttpProblem.builder()
                    .withStatus(Status.CONFLICT)
                    .withTitle("The feed is not in a state for it")
                    .withDetail(impossible.reason())
                    .build();
        }
        throw new IllegalStateException("no refusal: " + plan);
    }

    private static HttpProblem former(EditPlan.Former former) {
        String back = former.inFile()
                ? "DELETE /api/feeds/" + former.id() + "/changes brings it back"
                : "to bring it back, add it with that address (POST /api/feeds?unchecked=true), and change that then if it moved";
        String message = "\"" + former.id() + "\" is the id of a feed that was removed and was read at "
                + former.address() + ": " + back + "; for another feed give another id, or none to have one made";
        return HttpProblem.builder()
                .withStatus(Status.CONFLICT)
                .withTitle("The id is that of a removed feed")
                .withDetail("id " + message)
                .with("violations", List.of(new Violation("id", message)))
                .build();
    }

    private static HttpProblem taken(EditPlan.Taken taken) {
        String message = taken.member().equals("id")
                ? "\"" + taken.value() + "\" is the id of another feed; give another, or none to have one made"
                : "is read already, as feed \"" + taken.by() + "\"; change that one instead";
        return HttpProblem.builder()
                .withStatus(Status.CONFLICT)
                .withTitle("The catalogue has it already")
                .withDetail(taken.member() + " " + message + " (PATCH /api/feeds/" + taken.by() + ")")
                .with("feed", taken.by())
                .with("violations", List.of(new Violation(taken.member(), message)))
                .build();
    }
}
