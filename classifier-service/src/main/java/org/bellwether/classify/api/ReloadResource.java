package org.bellwether.classify.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.List;
import org.bellwether.classify.reload.Reload;
import org.bellwether.classify.reload.TaxonomyReload;
import org.bellwether.web.AdminGate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Has the operator's taxonomy read again; for the admin (HTTP basic). */
@Path("/api/taxonomy/reload")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "manage")
public final class ReloadResource {

    private static final Duration USUALLY_DONE_AFTER = Duration.ofSeconds(5);

    private final TaxonomyReload reload;
    private final AdminGate gate;

    ReloadResource(TaxonomyReload reload, AdminGate gate) {
        this.reload = reload;
        this.gate = gate;
    }

    /**
     * What changed.
     *
     * @param changed whether another taxonomy is in force than before
     * @param before version that was in force
     * @param taxonomy version that is
     * @param issuesAdded ids that are new
     * @param issuesRemoved ids that are gone
     */
    public record ReloadView(
            boolean changed, String before, String taxonomy, List<String> issuesAdded, List<String> issuesRemoved) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @Blocking
    @Operation(
            summary = "Reads the taxonomy's file again",
            description =
                    "A good file is in force as a whole from the next batch and request on, and its issues are announced; a "
                            + "bad one is refused with every fault, and the last good one stays. It holds for the instance that is asked; "
                            + "all look at their files by themselves too (bellwether.taxonomy-check).")
    @APIResponse(
            responseCode = "200",
            description = "It is in force, or was already",
            content =
                    @Content(
                            schema = @Schema(implementation = ReloadView.class),
                            examples = @ExampleObject(name = "replaced", value = """
                                                    {"changed": true, "before": "sha256:5f2c…", "taxonomy": "sha256:9a41…",
                                                     "issuesAdded": ["space-cooperation"], "issuesRemoved": []}""")))
    @APIResponse(responseCode = "401", description = "Nobody has logged in")
    @APIResponse(responseCode = "403", description = "Not an admin, or bellwether.admin.password is not set")
    @APIResponse(
            responseCode = "409",
            description = "The service has no file to read (bellwether.taxonomy), or reads it at this moment")
    @APIResponse(
            responseCode = "422",
            description = "The file is refused; violations names each fault with its path and line",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "refused", value = """
                                                    {"type": "about:blank", "status": 422, "title": "The taxonomy is refused",
                                                     "detail": "sha256:5f2c… stays in force: /etc/bellwether/taxonomy.yaml, line 12, issues[0].id: …",
                                                     "violations": [{"field": "issues[0].id", "line": 12, "message": "…"}]}""")))
    public ReloadView reload() {
        gate.admit();
        Reload outcome = reload.reload();
        if (outcome instanceof Reload.Replaced replaced) {
            return new ReloadView(true, replaced.before(), replaced.after(), replaced.added(), replaced.removed());
        }
        if (outcome instanceof Reload.Unchanged same) {
            return new ReloadView(false, same.version(), same.version(), List.of(), List.of());
        }
        if (outcome instanceof Reload.Refused refused) {
            throw RefusedTaxonomy.of(refused.faults(), refused.inForce() + " stays in force: ");
        }
        throw outcome instanceof Reload.Busy
                ? BusyNow.of("the file is being read at this moment; ask again in some seconds", USUALLY_DONE_AFTER)
                : HttpProblem.valueOf(
                        Status.CONFLICT,
                        "the taxonomy in force is the one shipped with the service, which never changes; set "
                                + "bellwether.taxonomy (BELLWETHER_TAXONOMY) to a file of your own and restart the service");
    }
}
