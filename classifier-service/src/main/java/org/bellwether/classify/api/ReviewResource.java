package org.bellwether.classify.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bellwether.classify.feedback.Feedback;
import org.bellwether.classify.feedback.MongoFeedback;
import org.bellwether.classify.feedback.Verdict;
import org.bellwether.classify.reload.TaxonomyInForce;
import org.bellwether.classify.review.Beginning;
import org.bellwether.classify.review.MongoNearMisses;
import org.bellwether.classify.review.NearMiss;
import org.bellwether.events.Evidence;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was nearly tagged, for people to judge. */
@Path("/api/review")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "review")
public final class ReviewResource {

    private static final int USUAL = 50;
    private static final int MOST = 500;
    private static final int EXCERPT = 300;

    private final MongoNearMisses misses;
    private final MongoFeedback feedback;
    private final TaxonomyInForce taxonomy;

    ReviewResource(MongoNearMisses misses, MongoFeedback feedback, TaxonomyInForce taxonomy) {
        this.misses = misses;
        this.feedback = feedback;
        this.taxonomy = taxonomy;
    }

    /**
     * An item that was close to an issue.
     *
     * @param position to page on from
     * @param excerpt the first {@value #EXCERPT} characters of its text
     * @param at when it was published (UTC)
     * @param judged whether somebody gave a verdict on this issue of this text
     * @param verdicts all of them
     */
    public record ReviewView(
            String position,
            String itemId,
            String title,
            String excerpt,
            String url,
            String publisher,
            String language,
            Instant at,
            String issue,
            double probability,
            double threshold,
            List<Evidence> evidence,
            String taxonomy,
            boolean judged,
            List<Verdict> verdicts) {}

    @GET
    @Blocking
    @Operation(
            summary = "Items close to an issue's threshold, newest first",
            description =
                    "Their tags are marked uncertain and trip no indicator. Judge them by POST /api/feedback with the "
                            + "itemId. To page on, give the position of the last entry as before.")
    @APIResponse(
            responseCode = "200",
            description = "Newest first",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = ReviewView.class),
                            examples = @ExampleObject(name = "one", value = """
                                                    [{"position": "2026-11-20T12:00:00Z,3f0c…", "itemId": "3f0c…",
                                                      "title": "Pentagon reviews posture in the Pacific", "excerpt": "…",
                                                      "url": "https://news.example/3f0c", "publisher": "Morning Post", "language": "en",
                                                      "at": "2026-11-20T12:00:00Z", "issue": "usfk-troop-levels", "probability": 0.41,
                                                      "threshold": 0.5, "evidence": [{"field": "title", "start": 9, "end": 24,
                                                      "text": "reviews posture", "concept": "posture", "contribution": 1.8}],
                                                      "taxonomy": "sha256:5f2c…", "judged": false, "verdicts": []}]""")))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; violations names it")
    @APIResponse(responseCode = "503", description = "The store is away; Retry-After says when to ask again")
    public List<ReviewView> review(
            @QueryParam("issue") @Nullable String issue,
            @QueryParam("language") @Nullable String language,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("before") @Nullable String before) {
        List<NearMiss> found = misses.latest(
                Parameters.issue(issue, taxonomy.classifier().taxonomy()),
                Parameters.text(language),
                Parameters.position("before", before),
                Parameters.number("limit", limit, USUAL, MOST));
        Map<String, List<Feedback>> said =
                feedback.on(found.stream().map(NearMiss::textHash).distinct().toList()).stream()
                        .collect(Collectors.groupingBy(verdict -> verdict.textHash() + verdict.issue()));
        return found.stream()
                .map(miss -> view(miss, said.getOrDefault(miss.textHash() + miss.issue(), List.of())))
                .toList();
    }

    private static ReviewView view(NearMiss miss, List<Feedback> said) {
        return new ReviewView(
                miss.position().toString(),
                miss.itemId(),
                miss.title(),
                Beginning.of(miss.text(), EXCERPT),
                miss.url(),
                miss.publisher(),
                miss.language(),
                miss.at(),
                miss.issue(),
                miss.probability(),
                miss.threshold(),
                miss.evidence(),
                miss.taxonomy(),
                !said.isEmpty(),
                said.stream().map(Feedback::verdict).toList());
    }
}
