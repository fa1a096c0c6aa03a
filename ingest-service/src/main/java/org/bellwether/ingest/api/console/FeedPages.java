package org.bellwether.ingest.api.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.bellwether.ingest.api.Asked;
import org.bellwether.ingest.api.FeedEditor;
import org.bellwether.ingest.api.FeedQuery;
import org.bellwether.ingest.api.ReplayView;
import org.bellwether.web.Visit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The list of feeds, and the page of each. */
@Path("/feeds")
@Blocking
@Produces(Html.TYPE)
public final class FeedPages {

    private final Lists lists;
    private final Sheets sheets;
    private final FeedEditor editor;

    public FeedPages(Lists lists, Sheets sheets, FeedEditor editor) {
        this.lists = lists;
        this.sheets = sheets;
        this.editor = editor;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance feeds(Page page, FeedList list);

        static native TemplateInstance feed(Page page, FeedSheet sheet, FeedForm form, String done, Note note);

        static native TemplateInstance remove(Page page, FeedSheet sheet);

        static native TemplateInstance replay(Page page, FeedSheet sheet, ReplayView result);
    }

    /**
     * What was not done, and why.
     *
     * @param words empty when nothing went wrong
     */
    public record Note(String words) {

        static final Note NONE = new Note("");
    }

    @GET
    @Operation(hidden = true)
    public Response feeds(
            @BeanParam Visit visit, @BeanParam FeedQuery query, @QueryParam("page") @Nullable String number) {
        FeedQuery filter = query.asForm();
        Asked asked = new Asked();
        filter.check(asked);
        int wanted = asked.read(() -> PageNumber.of(number)).orElse(1);
        asked.check();
        Page page = Page.of(visit, "feeds_title", "/feeds").asked(Lists.link(filter));
        Words words = Words.in(visit.language());
        return Html.page(visit, Templates.feeds(page, lists.list(filter, wanted, words)));
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Response feed(
            @BeanParam Visit visit, @PathParam("id") String id, @QueryParam("done") @Nullable String done) {
        Words words = Words.in(visit.language());
        FeedSheet sheet = sheets.sheet(id, words);
        String told = done == null ? "" : words.find("done_" + done).orElse("");
        FeedForm form = FeedForm.toChange(editor.entry(id).stated(), words);
        return Html.page(visit, Templates.feed(page(visit, sheet), sheet, form, told, Note.NONE));
    }

    @GET
    @Path("{id}/remove")
    @Operation(hidden = true)
    public Response remove(@BeanParam Visit visit, @PathParam("id") String id) {
        FeedSheet sheet = sheets.sheet(id, Words.in(visit.language()));
        return Html.page(visit, Templates.remove(page(visit, sheet), sheet));
    }

    static Page page(Visit visit, FeedSheet sheet) {
        return Page.titled(visit, sheet.row().name(), "/feeds/" + sheet.row().id());
    }
}
