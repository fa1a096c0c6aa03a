package org.bellwether.classify.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.bellwether.classify.evaluate.LabelledItem;
import org.bellwether.classify.feedback.FeedbackLabels;
import org.bellwether.classify.feedback.MongoFeedback;
import org.bellwether.classify.reload.TaxonomyInForce;
import org.bellwether.classify.taxonomy.Taxonomy.IssueRule;
import org.bellwether.messaging.EventJson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Verdicts in the form in which the classifier is evaluated. */
@Path("/api/feedback.jsonl")
@Tag(name = "review")
public final class FeedbackExportResource {

    private static final String JSON_LINES = "application/jsonl";

    private final MongoFeedback feedback;
    private final TaxonomyInForce taxonomy;

    FeedbackExportResource(MongoFeedback feedback, TaxonomyInForce taxonomy) {
        this.feedback = feedback;
        this.taxonomy = taxonomy;
    }

    @GET
    @Produces(JSON_LINES)
    @Blocking
    @Operation(
            summary = "Verdicts as labelled items, one JSON object a line",
            description =
                    "The form of the gold set, which the evaluation reads (-Dbellwether.feedback=FILE). An issue that nobody "
                            + "judged, or on which people disagree, is unsure.")
    @APIResponse(
            responseCode = "200",
            description = "In the order in which texts were first judged",
            content = @Content(mediaType = JSON_LINES, examples = @ExampleObject(name = "one", value = """
                                                    {"id":"feedback-1f0e5c…","lang":"en","title":"Seoul weighs bigger share of base costs","text":"…","issues":["sma-renegotiation"],"unsure":["defence-industry"],"act":{"sma-renegotiation":"report"}}""")))
    public String export() {
        List<String> issues = taxonomy.classifier().taxonomy().issues().stream()
                .map(IssueRule::id)
                .toList();
        List<LabelledItem> items = FeedbackLabels.of(feedback.all(), issues);
        return items.stream()
                .map(item -> new String(EventJson.write(item), StandardCharsets.UTF_8) + "\n")
                .collect(Collectors.joining());
    }
}
