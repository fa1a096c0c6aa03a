package org.bellwether.ingest.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bellwether.ingest.catalogue.CatalogueEntry;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.ingest.poll.Articles;
import org.bellwether.ingest.poll.PollLoop;
import org.bellwether.ingest.poll.Replay;
import org.bellwether.ingest.raw.KeptDocument;
import org.bellwether.ingest.raw.MongoRawDocuments;
import org.bellwether.ingest.state.FeedBoard;
import org.bellwether.ingest.state.History;
import org.bellwether.web.AdminGate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What is kept of a feed's past: how its polls went, and the documents themselves. */
@Path("/api/feeds/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feeds")
public final class FeedRecordsResource {

    private final FeedBoard board;
    private final PollLoop loop;
    private final Replay replay;
    private final MongoRawDocuments raw;
    private final OtherHolder others;
    private final AdminGate gate;

    public FeedRecordsResource(
            FeedBoard board, PollLoop loop, Replay replay, MongoRawDocuments raw, OtherHolder others, AdminGate gate) {
        this.board = board;
        this.loop = loop;
        this.replay = replay;
        this.raw = raw;
        this.others = others;
        this.gate = gate;
    }

    @GET
    @Path("/polls")
    @Operation(
            summary = "How the last polls went, newest first",
            description = "Polls in a row that came to the same stand in one line, with how many they were.")
    @APIResponse(responseCode = "200", description = "The history")
    @APIResponse(responseCode = "404", description = "No feed of that id in the catalogue")
    public List<History.Line> polls(@PathParam("id") String id) {
        List<History.Line> lines =
                new ArrayList<>(board.of(known(id).feed()).history().lines());
        Collections.reverse(lines);
        return lines;
    }

    @GET
    @Path("/documents")
    @Operation(
            summary = "Which documents of a feed are kept for a replay, newest first",
            description =
                    "How many at most says bellwether.poll.keep-documents, for how long keep-documents-for; the last "
                            + "that could not be read is among them besides.")
    @APIResponse(responseCode = "200", description = "When each was received, and from where")
    @APIResponse(responseCode = "404", description = "No feed of that id in the catalogue")
    @APIResponse(responseCode = "503", description = "The store is away; Retry-After says when to ask again")
    public List<KeptDocument> documents(@PathParam("id") String id) {
        List<KeptDocument> kept = new ArrayList<>(raw.kept(known(id).feed().id()));
        Collections.reverse(kept);
        return kept;
    }

    @POST
    @Path("/replay")
    @Operation(
            summary = "Reads the documents that are kept of a feed once more and publishes what reads differently now",
            description =
                    "For after a parser was mended; for the admin (HTTP basic). Of an entry in several documents the "
                            + "newest counts, unless what was published of it is newer still; documents older than "
                            + "bellwether.poll.remember are passed over. With dryRun=true nothing is published.")
    @APIResponse(responseCode = "200", description = "What was, or would be, published")
    @APIResponse(responseCode = "401", description = "Nobody has logged in")
    @APIResponse(responseCode = "403", description = "Not an admin, or bellwether.admin.password is not set")
    @APIResponse(responseCode = "404", description = "No feed of that id in the catalogue")
    @APIResponse(
            responseCode = "409",
            description = "The feed is disabled, or just being polled, or another instance polls it: "
                    + "the detail names which")
    @APIResponse(responseCode = "400", description = "dryRun is neither true nor false")
    @APIResponse(
            responseCode = "503",
            description = "Too many large documents are in hand; Retry-After says when to ask")
    public ReplayView replay(@PathParam("id") String id, @QueryParam("dryRun") @Nullable String dryRun)
            throws InterruptedException, NoRoomException {
        gate.admit();
        return replay(id, Flag.of("dryRun", dryRun));
    }

    /** The same for a page; who may ask has been seen to. */
    public ReplayView replay(String id, boolean dryRun) throws InterruptedException, NoRoomException {
        CatalogueEntry entry = known(id);
        Feed feed = entry.feed();
        if (!feed.enabled()) {
            throw ApiProblem.disabled(entry);
        }
        others.of(feed).ifPresent(holder -> {
            throw ApiProblem.polledElsewhere(feed, holder);
        });
        Replay.Reread reread = replay.read(feed);
        // Before the feed is held: servers of articles may be slow.
        Articles articles = dryRun ? Articles.NONE : replay.articles(reread);
        return loop.whileIdle(feed, () -> dryRun ? replay.judge(reread) : replay.publish(reread, articles))
                .map(result -> ReplayView.of(result, !dryRun))
                .orElseThrow(() -> others.of(feed)
                        .map(holder -> ApiProblem.polledElsewhere(feed, holder))
                        .orElseGet(() -> ApiProblem.beingPolled(feed)));
    }

    private CatalogueEntry known(String id) {
        return board.catalogue().entry(id).orElseThrow(() -> ApiProblem.noSuchFeed(id));
    }
}
