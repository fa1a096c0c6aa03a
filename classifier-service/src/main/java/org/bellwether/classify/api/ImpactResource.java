package org.bellwether.classify.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.bellwether.classify.impact.Impact;
import org.bellwether.classify.impact.ImpactOutcome;
import org.bellwether.classify.impact.ImpactStudy;
import org.bellwether.web.AdminGate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells what a draft would do before it does; for the admin (HTTP basic). */
@Path("/api/taxonomy/impact")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "manage")
public final class ImpactResource {

    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 30;
    private static final int USUAL_LIMIT = 5_000;
    private static final int MOST_LIMIT = 50_000;
    private static final Duration USUALLY_DONE_AFTER = Duration.ofSeconds(30);

    private final ImpactStudy study;
    private final AdminGate gate;

    ImpactResource(ImpactStudy study, AdminGate gate) {
        this.study = study;
        this.gate = gate;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Blocking
    @Operation(
            summary = "Tries a draft on the archived items and on the labelled ones",
            description =
                    "The body is a whole taxonomy in YAML. The newest limit items of the last days are classified by it and "
                            + "by the taxonomy in force: what it gains, loses and flips (another act, another certainty), by issue, with up to "
                            + "five examples of each; then F1 on the labelled items that come with the service and on what people said. "
                            + "Nothing is changed. It takes about a second for a thousand items; one draft at a time.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/yaml",
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "draft",
                                            value = "lists: …\nissues:\n  - id: usfk-troop-levels\n    …")))
    @APIResponse(
            responseCode = "200",
            description = "What it would do",
            content =
                    @Content(
                            schema = @Schema(implementation = Impact.class),
                            examples = @ExampleObject(name = "one issue", value = """
                                                    {"taxonomy": "sha256:5f2c…", "draft": "sha256:9a41…", "from": "2026-11-15T12:00:00Z",
                                                     "records": 4210, "items": 4180, "unreadable": 0, "complete": true, "took": "PT5.2S",
                                                     "issues": [{"issue": "usfk-troop-levels", "gained": 12, "lost": 1, "flipped": 2,
                                                       "certainBefore": 310, "certainAfter": 322, "examples": [{"change": "GAINED",
                                                       "itemId": "3f0c…", "title": "…", "url": "https://news.example/3f0c", "language": "en",
                                                       "after": {"probability": 0.88, "certain": true, "act": "report", "evidence": []}}]}],
                                                     "labelled": {"items": 640, "feedback": 12, "total": {"before": 0.912, "after": 0.918},
                                                       "byLanguage": {"en": {"before": 0.92, "after": 0.92}},
                                                       "byIssue": {"usfk-troop-levels": {"before": 0.9, "after": 0.93}}}}""")))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; violations names it")
    @APIResponse(responseCode = "401", description = "Nobody has logged in")
    @APIResponse(responseCode = "403", description = "Not an admin, or bellwether.admin.password is not set")
    @APIResponse(responseCode = "409", description = "Another draft is being tried; Retry-After says when to ask again")
    @APIResponse(
            responseCode = "422",
            description = "The draft is refused; violations names each fault with its path and line")
    @APIResponse(responseCode = "503", description = "Broker or store is away; Retry-After says when to ask again")
    public Impact impact(
            String yaml, @QueryParam("days") @Nullable String days, @QueryParam("limit") @Nullable String limit)
            throws InterruptedException {
        gate.admit();
        Duration back = Duration.ofDays(Parameters.number("days", days, USUAL_DAYS, MOST_DAYS));
        ImpactOutcome outcome = study.of(yaml, back, Parameters.number("limit", limit, USUAL_LIMIT, MOST_LIMIT));
        if (outcome instanceof ImpactOutcome.Studied studied) {
            return studied.impact();
        }
        throw outcome instanceof ImpactOutcome.Refused refused
                ? RefusedTaxonomy.of(refused.faults(), "")
                : BusyNow.of("another draft is being tried; one at a time", USUALLY_DONE_AFTER);
    }
}
