package org.bellwether.ingest.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.bellwether.ingest.catalogue.CatalogueEntry;
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
    private final FeedViews views;
    private final PollNow polls;
    private final AdminGate gate;

    public FeedsResource(FeedBoard board, FeedViews views, PollNow polls, AdminGate gate) {
        this.board = board;
        this.views = views;
        this.polls = polls;
        this.gate = gate;
    }

    @GET
    @Operation(
            summary =
                    "Feeds of the catalogue, each with how it does; all of them, in its order, unless asked for otherwise")
    @APIResponse(responseCode = "200", description = "The feeds")
    @APIResponse(responseCode = "400", description = "There is no such state, kind or order")
    public List<FeedView> feeds(@BeanParam FeedQuery query) {
        query.check();
        return views.all(query);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One feed: last poll, next poll and why then, newest item, what is wrong with it")
    @APIResponse(responseCode = "200", description = "The feed")
    @APIResponse(responseCode = "404", description = "No feed of that id in the catalogue")
    public FeedView feed(@PathParam("id") String id) {
        return views.byId(id);
    }

    @POST
    @Path("/{id}/poll")
    @ResponseStatus(202)
    @Operation(summary = "Polls a feed now instead of when it is due; for the admin (HTTP basic)")
    @APIResponse(
            responseCode = "202",
            description = "It is polled as soon as a worker is free, or was just about to be; the instance that polls "
                    + "it may be another, and begins within seconds then")
    @APIResponse(responseCode = "401", description = "Nobody has logged in")
    @APIResponse(responseCode = "403", description = "Not an admin, or bellwether.admin.password is not set")
    @APIResponse(responseCode = "404", description = "No feed of that id in the catalogue")
    @APIResponse(responseCode = "409", description = "The feed is disabled")
    @APIResponse(responseCode = "503", description = "The store is away, so that no other instance can be told")
    public PollRequested poll(@PathParam("id") String id) {
        gate.admit();
        CatalogueEntry entry = board.catalogue().entry(id).orElseThrow(() -> ApiProblem.noSuchFeed(id));
        if (!entry.feed().enabled()) {
            throw ApiProblem.disabled(entry);
        }
        return new PollRequested(id, polls.poll(entry.feed()) ? PollRequested.NOW : PollRequested.ALREADY);
    }
}
