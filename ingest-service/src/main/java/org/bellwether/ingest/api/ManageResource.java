package org.bellwether.ingest.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.bellwether.ingest.api.FeedEditor.Proposal;
import org.bellwether.web.AdminGate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Changes the catalogue; for the admin (HTTP basic). */
@Path("/api/feeds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, ManageResource.MERGE_PATCH})
@Tag(name = "manage")
@APIResponse(responseCode = "401", description = "Nobody has logged in")
@APIResponse(responseCode = "403", description = "Not an admin, or bellwether.admin.password is not set")
@APIResponse(responseCode = "503", description = "The store is away; Retry-After says when to ask again")
public final class ManageResource {

    static final String MERGE_PATCH = "application/merge-patch+json";

    private final FeedEditor editor;
    private final FeedViews views;
    private final AdminGate gate;

    public ManageResource(FeedEditor editor, FeedViews views, AdminGate gate) {
        this.editor = editor;
        this.views = views;
        this.gate = gate;
    }

    @POST
    @Operation(
            summary = "Adds a feed",
            description = "Members as in catalogue.yaml; only url is needed. Without an id one is made from the name, "
                    + "without a name the feed's own title is taken. The feed is fetched and read first, and refused "
                    + "when that fails, unless unchecked=true. dryRun=true adds nothing and answers with the feed as it "
                    + "would be and a preview of how it would be read. The address of a feed that was removed "
                    + "brings that feed back, under its id unless another is given, and with the members given here. An id "
                    + "that a removed feed had is given to no other feed, as its items would pass for those of the "
                    + "removed one.")
    @APIResponse(responseCode = "200", description = "With dryRun: the feed and a preview")
    @APIResponse(responseCode = "201", description = "Added; Location says where it is")
    @APIResponse(responseCode = "400", description = "Members are wrong; violations names each")
    @APIResponse(
            responseCode = "409",
            description =
                    "Its id or address is in the catalogue already, feed names which; or its id is that of a feed at "
                            + "another address that was removed")
    @APIResponse(responseCode = "422", description = "It cannot be fetched or read; says why")
    public RestResponse<Object> add(
            InputStream body,
            @QueryParam("dryRun") @Nullable String dryRun,
            @QueryParam("unchecked") @Nullable String unchecked)
            throws IOException {
        String user = gate.admit();
        Asked asked = new Asked();
        boolean tryOnly = asked.read(() -> Flag.of("dryRun", dryRun)).orElse(true);
        boolean check = !asked.read(() -> Flag.of("unchecked", unchecked)).orElse(false);
        asked.check();
        Proposal proposal = editor.propose(FeedBody.of(CappedText.json(body)).written(), check, user);
        if (tryOnly) {
            return RestResponse.ok(new ProposalView(views.of(proposal.entry()), proposal.preview()));
        }
        FeedView added = views.of(editor.add(proposal, user));
        return ResponseBuilder.<Object>created(URI.create("/api/feeds/" + added.id()))
                .entity(added)
                .build();
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            summary = "Changes members of a feed",
            description = "A merge patch (RFC 7396) over its members. null takes a member back to what the catalogue's "
                    + "file says, or to the default. Members that are not changed here go on following the file. The "
                    + "new address is not tried: POST /api/feeds/preview does that.")
    @APIResponse(responseCode = "200", description = "The feed as it is now")
    @APIResponse(responseCode = "400", description = "Members are wrong; violations names each, and nothing is changed")
    @APIResponse(responseCode = "404", description = "No feed of that id in the catalogue")
    @APIResponse(responseCode = "409", description = "Another feed is read at that address")
    public FeedView change(@PathParam("id") String id, InputStream body) throws IOException {
        String user = gate.admit();
        return views.of(editor.change(id, FeedBody.of(CappedText.json(body)).members(), user));
    }

    @POST
    @Path("/{id}/pause")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Has a feed not polled until it is resumed",
            description = "The body may be {\"reason\": \"…\"}. A poll under way is finished.")
    @APIResponse(responseCode = "200", description = "The feed as it is now")
    @APIResponse(responseCode = "404", description = "No feed of that id in the catalogue")
    public FeedView pause(@PathParam("id") String id, InputStream body) throws IOException {
        String user = gate.admit();
        return views.of(editor.pause(id, PauseReason.of(CappedText.json(body)), user));
    }

    @POST
    @Path("/{id}/resume")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Has a paused feed polled again")
    @APIResponse(responseCode = "200", description = "The feed as it is now")
    @APIResponse(responseCode = "404", description = "No feed of that id in the catalogue")
    @APIResponse(responseCode = "409", description = "It is not paused but turned off; says how it is turned on")
    public FeedView resume(@PathParam("id") String id) {
        String user = gate.admit();
        return views.of(editor.resume(id, user));
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(
            summary = "Removes a feed",
            description =
                    "One that was added by API is gone, and no other feed gets its id; added at its address again "
                            + "it is the same feed, unless another id is given. One of the catalogue's file is hidden, until "
                            + "DELETE /api/feeds/{id}/changes or POST /api/feeds with its id and address. What was read of it "
                            + "stays.")
    @APIResponse(responseCode = "204", description = "It is no longer in the catalogue")
    @APIResponse(responseCode = "404", description = "No feed of that id in the catalogue")
    public void remove(@PathParam("id") String id) {
        String user = gate.admit();
        editor.remove(id, user);
    }

    @DELETE
    @Path("/{id}/changes")
    @Operation(summary = "Takes back all that was changed of a feed of the catalogue's file, its pause and removal too")
    @APIResponse(responseCode = "200", description = "The feed as the file has it")
    @APIResponse(responseCode = "404", description = "No feed of that id in the catalogue or removed from it")
    @APIResponse(
            responseCode = "409",
            description = "It was added by API and is in no file, or another feed is read at its address by now")
    public FeedView takeBack(@PathParam("id") String id) {
        String user = gate.admit();
        return views.of(editor.takeBack(id, user));
    }
}
