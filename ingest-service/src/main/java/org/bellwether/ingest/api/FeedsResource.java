package org.bellwether.ingest.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.state.FeedBoard;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue with its health. */
@Path("/api/feeds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feeds")
public final class FeedsResource {

    private final FeedBoard board;
    private final UsualInterval usual;

    public FeedsResource(FeedBoard board, UsualInterval usual) {
        this.board = board;
        this.usual = usual;
    }

    @GET
    @Operation(summary = "All feeds of the catalogue, in its order, each with how it does")
    public List<FeedView> feeds() {
        return board.catalogue().feeds().stream().map(this::view).toList();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One feed: last poll, next poll and why then, newest item, what is wrong with it")
    @APIResponse(responseCode = "200", description = "The feed")
    @APIResponse(responseCode = "404", description = "No feed of that id in the catalogue")
    public FeedView feed(@PathParam("id") String id) {
        return board.catalogue().byId(id).map(this::view).orElseThrow(() -> ApiProblem.noSuchFeed(id));
    }

    private FeedView view(Feed feed) {
        return FeedView.of(feed, board.of(feed), feed.intervalOr(usual.interval()));
    }
}
