package org.bellwether.ingest.api.console;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.bellwether.ingest.api.DiscoverResource;
import org.bellwether.ingest.api.FeedEditor;
import org.bellwether.ingest.api.FeedEditor.Proposal;
import org.bellwether.ingest.catalogue.FeedMembers;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.web.AdminGate;
import org.bellwether.web.Visit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Adds a feed in three steps: name a site, choose one of its feeds or describe its page, look how it would be read. */
@Path("/add-feed")
@Blocking
@Produces(Html.TYPE)
public final class AddPages {

    private static final String PATH = "/add-feed";

    private final FeedEditor editor;
    private final DiscoverResource finder;
    private final Rows rows;
    private final AdminGate gate;

    public AddPages(FeedEditor editor, DiscoverResource finder, Rows rows, AdminGate gate) {
        this.editor = editor;
        this.finder = finder;
        this.rows = rows;
        this.gate = gate;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance add(
                Page page, String url, @Nullable FoundFeeds found, @Nullable Trouble trouble);

        static native TemplateInstance proposal(
                Page page, FeedForm form, @Nullable PreviewSheet preview, @Nullable Trouble trouble, boolean tried);
    }

    @GET
    @Operation(hidden = true)
    public Response start(@BeanParam Visit visit) {
        return Html.page(visit, Templates.add(page(visit), "", null, null));
    }

    @POST
    @Path("find")
    @Operation(hidden = true)
    public Response find(@BeanParam Visit visit, @FormParam("url") @Nullable String url) {
        gate.admit();
        String asked = url == null ? "" : url.strip();
        Words words = Words.in(visit.language());
        try {
            FoundFeeds found = FoundFeeds.of(finder.search(asked), words, rows.times());
            return Html.page(visit, Templates.add(page(visit), asked, found, null));
        } catch (HttpProblem problem) {
            return notFound(visit, asked, Trouble.of(problem, words));
        } catch (NoRoomException crowded) {
            return notFound(visit, asked, Trouble.crowded(words));
        }
    }

    private static Response notFound(Visit visit, String asked, Trouble trouble) {
        return Html.page(visit, Templates.add(page(visit), asked, null, trouble), trouble);
    }

    /** For who knows the address, or has a page without a feed. */
    @GET
    @Path("by-hand")
    @Operation(hidden = true)
    public Response byHand(@BeanParam Visit visit, @QueryParam("url") @Nullable String url) {
        FeedMembers members =
                url == null || url.isBlank() ? FeedMembers.NONE : FeedMembers.NONE.with("url", url.strip());
        FeedForm form = FeedForm.of(members, true, Words.in(visit.language()));
        return Html.page(visit, Templates.proposal(page(visit), form, null, null, false));
    }

    @POST
    @Path("try")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response look(@BeanParam Visit visit, MultivaluedMap<String, String> form) {
        String user = gate.admit();
        FeedMembers written = FeedForm.written(form);
        Words words = Words.in(visit.language());
        try {
            Proposal proposal = editor.propose(written, true, user);
            @Nullable
            PreviewSheet preview =
                    proposal.preview() == null ? null : PreviewSheet.of(proposal.preview(), words, rows.times());
            FeedForm fields = FeedForm.of(proposal.entry().stated(), true, words);
            return Html.page(visit, Templates.proposal(page(visit), fields, preview, null, true));
        } catch (HttpProblem problem) {
            return again(visit, written, Trouble.of(problem, words));
        } catch (NoRoomException crowded) {
            return again(visit, written, Trouble.crowded(words));
        }
    }

    /** The form with what was wrong beside each field, and with what was typed. */
    private static Response again(Visit visit, FeedMembers typed, Trouble trouble) {
        FeedForm fields = FeedForm.of(typed, true, trouble.violations(), Words.in(visit.language()));
        // What cannot be read today may be right all the same; what is wrong by itself is not.
        boolean tried = trouble.violations().isEmpty();
        return Html.page(visit, Templates.proposal(page(visit), fields, null, trouble, tried), trouble);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response add(@BeanParam Visit visit, MultivaluedMap<String, String> form) {
        String user = gate.admit();
        FeedMembers written = FeedForm.written(form);
        Words words = Words.in(visit.language());
        try {
            // It was looked at a moment ago, or the form would not have this button.
            Proposal proposal = editor.propose(written, false, user);
            return Html.seeOther("/feeds/" + editor.add(proposal, user).feed().id() + "?done=added");
        } catch (HttpProblem problem) {
            if (problem.getStatusCode() >= Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
                throw problem;
            }
            return again(visit, written, Trouble.of(problem, words));
        } catch (NoRoomException crowded) {
            return again(visit, written, Trouble.crowded(words));
        }
    }

    private static Page page(Visit visit) {
        return Page.of(visit, "add_title", PATH);
    }
}
