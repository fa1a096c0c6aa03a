package org.bellwether.classify.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import org.bellwether.classify.feedback.Feedback;
import org.bellwether.classify.feedback.MongoFeedback;
import org.bellwether.classify.reload.TaxonomyInForce;
import org.bellwether.classify.review.MongoNearMisses;
import org.bellwether.web.AdminGate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** What people say of tags. Giving a verdict is for the admin (HTTP basic): it changes what the classifier is held against. */
@Path("/api/feedback")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "review")
public final class FeedbackResource {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final MongoFeedback feedback;
    private final MongoNearMisses misses;
    private final TaxonomyInForce taxonomy;
    private final AdminGate gate;
    private final InstantSource clock;

    FeedbackResource(
            MongoFeedback feedback,
            MongoNearMisses misses,
            TaxonomyInForce taxonomy,
            AdminGate gate,
            InstantSource clock) {
        this.feedback = feedback;
        this.misses = misses;
        this.taxonomy = taxonomy;
        this.gate = gate;
        this.clock = clock;
    }

    /** What may be sent, for the API's description. */
    public record FeedbackBody(
            @Nullable String itemId,
            @Nullable String title,
            @Nullable String text,
            String issue,
            String verdict,
            @Nullable String act,
            @Nullable String by,
            @Nullable String note) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            summary = "Says that a tag is right, wrong or missing",
            description =
                    "Of an item under review (GET /api/review) the itemId is enough; of any other text send title and text. "
                            + "act says what kind of signal it is, by who says so (the user who is logged in, unless given). One person "
                            + "has one verdict on an issue of a text: said again, it takes the place of the one before. Verdicts join the "
                            + "evaluation; where people disagree, the label counts neither way.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = FeedbackBody.class),
                            examples = @ExampleObject(name = "missing", value = """
                                                    {"title": "Seoul weighs bigger share of base costs", "text": "…",
                                                     "issue": "sma-renegotiation", "verdict": "missing", "act": "report", "by": "kim"}""")))
    @APIResponse(responseCode = "200", description = "Kept in place of an earlier verdict of the same person")
    @APIResponse(
            responseCode = "201",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = Feedback.class)))
    @APIResponse(responseCode = "400", description = "Members are wrong; violations names each")
    @APIResponse(responseCode = "401", description = "Nobody has logged in")
    @APIResponse(responseCode = "403", description = "Not an admin, or bellwether.admin.password is not set")
    @APIResponse(responseCode = "503", description = "The store is away; Retry-After says when to ask again")
    public RestResponse<Feedback> give(String body) {
        String user = gate.admit();
        Feedback given =
                FeedbackRequest.read(body, user, taxonomy.classifier().taxonomy(), misses::ofItem, clock.instant());
        Status status = feedback.keep(given) ? Status.CREATED : Status.OK;
        return RestResponse.status(status, given);
    }

    @GET
    @Blocking
    @Operation(
            summary = "Verdicts, newest first",
            description = "To page on, give at and hash of the last entry as before: <at>,<textHash>/<issue>/<by>.")
    @APIResponse(
            responseCode = "200",
            description = "Newest first",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Feedback.class)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; violations names it")
    public List<Feedback> latest(
            @QueryParam("issue") @Nullable String issue,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("before") @Nullable String before) {
        return feedback.latest(
                Parameters.text(issue),
                Parameters.position("before", before),
                Parameters.number("limit", limit, USUAL, MOST));
    }
}
