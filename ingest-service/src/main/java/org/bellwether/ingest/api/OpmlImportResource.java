package org.bellwether.ingest.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.bellwether.ingest.opml.MalformedOpmlException;
import org.bellwether.ingest.opml.OpmlReader;
import org.bellwether.web.AdminGate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Adds the feeds of another reader; for the admin (HTTP basic). */
@Path("/api/feeds/import")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "manage")
public final class OpmlImportResource {

    static final int LARGEST = 5 << 20;
    static final String WHAT = "an OPML";

    private final FeedEditor editor;
    private final AdminGate gate;

    public OpmlImportResource(FeedEditor editor, AdminGate gate) {
        this.editor = editor;
        this.gate = gate;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Adds the feeds of an OPML that are not in the catalogue yet",
            description =
                    "OPML 1.0 or 2.0 of at most 5 MB. An outline with xmlUrl is a feed, the outlines around it are "
                            + "its group. New ones are added in one step; of each it is told whether it was added, was there "
                            + "already (by its address, however that is spelt), was refused and why, or is no feed. Feeds are not fetched "
                            + "first: the list shows soon how each does. dryRun=true adds nothing.")
    @APIResponse(responseCode = "200", description = "What came of each outline")
    @APIResponse(responseCode = "400", description = "It is no OPML; line says where")
    @APIResponse(responseCode = "401", description = "Nobody has logged in")
    @APIResponse(responseCode = "403", description = "Not an admin, or bellwether.admin.password is not set")
    @APIResponse(responseCode = "413", description = "It is larger than 5 MB")
    public ImportView add(InputStream body, @QueryParam("dryRun") @Nullable String dryRun) throws IOException {
        String user = gate.admit();
        boolean tryOnly = Flag.of("dryRun", dryRun);
        return take(CappedText.read(body, LARGEST, WHAT), tryOnly, user);
    }

    /** A document that is here already; a problem when it is larger than any may be. */
    public static byte[] read(InputStream document) throws IOException {
        return CappedText.readHere(document, LARGEST, WHAT);
    }

    /**
     * What comes of a document.
     *
     * @param user who may, as was seen to
     */
    public ImportView take(byte[] document, boolean tryOnly, String user) {
        try {
            return ImportView.of(editor.add(OpmlReader.read(document), tryOnly, user), tryOnly);
        } catch (MalformedOpmlException e) {
            throw ApiProblem.malformed(e);
        }
    }
}
