package org.bellwether.classify.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bellwether.classify.drift.Suggestion;
import org.bellwether.classify.drift.Suggestions;
import org.bellwether.classify.reload.TaxonomyInForce;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Terms that issues may lack. */
@Path("/api/taxonomy/suggestions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "review")
public final class SuggestionsResource {

    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 30;
    private static final Duration USUALLY_DONE_AFTER = Duration.ofSeconds(10);

    private final Suggestions suggestions;
    private final TaxonomyInForce taxonomy;

    SuggestionsResource(Suggestions suggestions, TaxonomyInForce taxonomy) {
        this.suggestions = suggestions;
        this.taxonomy = taxonomy;
    }

    /** What an issue may lack, the most telling first. */
    public record SuggestionsView(String issue, List<Suggestion> terms) {}

    @GET
    @Blocking
    @Operation(
            summary = "Terms that rise in near-misses, by issue",
            description =
                    "Words, and pairs of words side by side, that are oftener in what was nearly tagged with an issue, or missed "
                            + "as people say, than in the news of the last days at large: by the z-score of the log-odds ratio with an informative "
                            + "Dirichlet prior (Monroe et al. 2008), texts counted, 1.96 and more. What the issue's rules know already is left out. "
                            + "An answer takes seconds and serves for ten minutes.")
    @APIResponse(
            responseCode = "200",
            description = "In the taxonomy's order; issues without suggestions are left out",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = SuggestionsView.class),
                            examples = @ExampleObject(name = "one", value = """
                                                    [{"issue": "usfk-troop-levels", "terms": [{"term": "posture review", "nearMisses": 7,
                                                      "ofNearMisses": 42, "background": 12, "ofBackground": 4980, "score": 6.31,
                                                      "items": [{"itemId": "3f0c…", "title": "…", "url": "https://news.example/3f0c"}]}]}]""")))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; violations names it")
    @APIResponse(
            responseCode = "409",
            description = "It is being found for somebody else; Retry-After says when to ask again")
    @APIResponse(responseCode = "503", description = "Broker or store is away; Retry-After says when to ask again")
    public List<SuggestionsView> suggestions(
            @QueryParam("issue") @Nullable String issue, @QueryParam("days") @Nullable String days)
            throws InterruptedException {
        String only = Parameters.issue(issue, taxonomy.classifier().taxonomy());
        Map<String, List<Suggestion>> found = suggestions
                .of(Parameters.number("days", days, USUAL_DAYS, MOST_DAYS))
                .orElseThrow(() -> BusyNow.of("it is being found for somebody else", USUALLY_DONE_AFTER));
        return found.entrySet().stream()
                .filter(entry -> only == null || only.equals(entry.getKey()))
                .map(entry -> new SuggestionsView(entry.getKey(), entry.getValue()))
                .toList();
    }
}
