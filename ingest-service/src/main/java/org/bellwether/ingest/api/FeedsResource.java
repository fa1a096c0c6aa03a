package org.bellwether.ingest.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.state.FeedBoard;
import org.bellwether.web.AdminGate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The catalogue with its health. */
@Path("/api/feeds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feeds")
public final class FeedsResource {

    private final FeedBoard board;
    private final UsualInterval usual;
    private final PollNow polls;
    private final AdminGate gate;

    public FeedsResource(FeedBoard board, UsualInterval usual, PollNow polls, AdminGate gate) {
        this.board = board;
        this.usual = usual;
        this.polls = polls;
        this.gate = gate;
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

    @POST
    @Path("/{id}/poll")
    @ResponseStatus(202)
    @Operation(summary = "Polls a feed now instead of when it is due; for the admin (HTTP basic)")
    @APIResponse(
            responseCode = "202",
            description = "It is polled as soon as a worker is free, or was just about to be")
    @APIResponse(responseCode = "401", description = "Nobody has logged in")
    @APIResponse(responseCode = "403", description = "Not an admin, or bellwether.admin.password is not set")
    @APIResponse(responseCode = "404", description = "No feed of that id in the catalogue")
    @APIResponse(responseCode = "409", description = "The feed is disabled")
    public PollRequested poll(@PathParam("id") String id) {
        gate.admit();
        Feed feed = board.catalogue().byId(id).orElseThrow(() -> ApiProblem.noSuchFeed(id));
        if (!feed.enabled()) {
            throw ApiProblem.disabled(feed);
        }
        return new PollRequested(id, polls.poll(feed) ? "now" : "already");
    }

    private FeedView view(Feed feed) {
        return FeedView.of(feed, board.of(feed), usual.interval());
    }
}
