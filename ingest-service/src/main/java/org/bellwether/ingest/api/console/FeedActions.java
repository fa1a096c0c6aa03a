package org.bellwether.ingest.api.console;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.bellwether.ingest.api.FeedEditor;
import org.bellwether.ingest.api.FeedRecordsResource;
import org.bellwether.ingest.api.FeedsResource;
import org.bellwether.ingest.api.ReplayView;
import org.bellwether.ingest.catalogue.FeedMembers;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.web.AdminGate;
import org.bellwether.web.Visit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to a feed on its page. Afterwards the browser is sent back there, or to the list from a feed that is gone, so
 * that nothing is done twice; what came of a replay is shown at once, as it is kept nowhere, and to replay twice does no harm.
 */
@Path("/feeds/{id}")
@Blocking
@Produces(Html.TYPE)
public final class FeedActions {

    private final FeedEditor editor;
    private final FeedsResource feeds;
    private final FeedRecordsResource records;
    private final Sheets sheets;
    private final AdminGate gate;

    public FeedActions(
            FeedEditor editor, FeedsResource feeds, FeedRecordsResource records, Sheets sheets, AdminGate gate) {
        this.editor = editor;
        this.feeds = feeds;
        this.records = records;
        this.sheets = sheets;
        this.gate = gate;
    }

    @POST
    @Path("poll")
    @Operation(hidden = true)
    public Response poll(@PathParam("id") String id) {
        return done(id, feeds.poll(id).now() ? "polled" : "polling");
    }

    @POST
    @Path("pause")
    @Operation(hidden = true)
    public Response pause(@PathParam("id") String id, @FormParam("reason") @Nullable String reason) {
        editor.pause(id, reason, gate.admit());
        return done(id, "paused");
    }

    @POST
    @Path("resume")
    @Operation(hidden = true)
    public Response resume(@PathParam("id") String id) {
        editor.resume(id, gate.admit());
        return done(id, "resumed");
    }

    @POST
    @Path("take-back")
    @Operation(hidden = true)
    public Response takeBack(@PathParam("id") String id) {
        editor.takeBack(id, gate.admit());
        return done(id, "taken-back");
    }

    @POST
    @Path("change")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(@BeanParam Visit visit, @PathParam("id") String id, MultivaluedMap<String, String> form) {
        String user = gate.admit();
        FeedMembers stated = editor.entry(id).stated();
        if (!Fingerprint.of(stated).equals(form.getFirst(FeedForm.SHOWN))) {
            return overtaken(visit, id, FeedForm.written(form));
        }
        try {
            return editor.change(id, stated, FeedForm.patch(stated, form), user).isPresent()
                    ? done(id, "changed")
                    : overtaken(visit, id, FeedForm.written(form));
        } catch (HttpProblem problem) {
            return again(visit, id, FeedForm.written(form), Fingerprint.of(stated), problem);
        }
    }

    /** The page with what was wrong beside each field, and with what was typed. */
    private Response again(Visit visit, String id, FeedMembers typed, String shown, HttpProblem problem) {
        Words words = Words.in(visit.language());
        Trouble trouble = Trouble.of(problem, words);
        if (!trouble.isOfFields()) {
            throw problem;
        }
        FeedForm fields = FeedForm.of(typed, false, trouble.violations(), words).from(shown);
        return again(visit, sheets.sheet(id, words), fields, trouble);
    }

    /** The page with what was typed, and beside each field what somebody else made of it since the form was shown. */
    private Response overtaken(Visit visit, String id, FeedMembers typed) {
        Words words = Words.in(visit.language());
        Trouble trouble = new Trouble(Status.CONFLICT.getStatusCode(), words.of("change_overtaken"), "", List.of(), "");
        FeedForm fields = FeedForm.overtaken(typed, editor.entry(id).stated(), words);
        return again(visit, sheets.sheet(id, words), fields, trouble);
    }

    private static Response again(Visit visit, FeedSheet sheet, FeedForm fields, Trouble trouble) {
        FeedPages.Note note = new FeedPages.Note(trouble.words());
        return Html.page(
                visit, FeedPages.Templates.feed(FeedPages.page(visit, sheet), sheet, fields, "", note), trouble);
    }

    @POST
    @Path("replay")
    @Operation(hidden = true)
    public Response replay(
            @BeanParam Visit visit, @PathParam("id") String id, @FormParam("try") @Nullable String tryOnly)
            throws InterruptedException, NoRoomException {
        gate.admit();
        ReplayView result = records.replay(id, tryOnly != null);
        FeedSheet sheet = sheets.sheet(id, Words.in(visit.language()));
        return Html.page(visit, FeedPages.Templates.replay(FeedPages.page(visit, sheet), sheet, result));
    }

    @POST
    @Path("remove")
    @Operation(hidden = true)
    public Response remove(@PathParam("id") String id) {
        editor.remove(id, gate.admit());
        return Html.seeOther("/feeds");
    }

    private static Response done(String id, String what) {
        return Html.seeOther("/feeds/" + id + "?done=" + what);
    }
}
