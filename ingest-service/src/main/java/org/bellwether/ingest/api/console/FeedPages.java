package org.bellwether.ingest.api.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bellwether.ingest.api.FeedEditor;
import org.bellwether.ingest.api.FeedQuery;
import org.bellwether.ingest.api.FeedView;
import org.bellwether.ingest.api.FeedViews;
import org.bellwether.ingest.api.PollNow;
import org.bellwether.ingest.catalogue.CatalogueEntry;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.web.AdminGate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The list of feeds, and the page of each, with what can be done to it. */
@Path("/feeds")
@Blocking
@Produces(Html.TYPE)
public final class FeedPages {

    private final FeedEditor editor;
    private final FeedViews views;
    private final PollNow polls;
    private final AdminGate gate;

    public FeedPages(FeedEditor editor, FeedViews views, PollNow polls, AdminGate gate) {
        this.editor = editor;
        this.views = views;
        this.polls = polls;
        this.gate = gate;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance feeds(
                Page page, List<FeedView> feeds, FeedQuery query, List<String> groups, int all);

        static native TemplateInstance feed(Page page, FeedView feed, List<FeedForm.Field> fields, String json);
    }

    @GET
    @Operation(hidden = true)
    public Response feeds(@BeanParam Visit visit, @BeanParam FeedQuery query) {
        return Html.guarded(visit, "/feeds", () -> {
            FeedQuery asked = query.withoutBlanks();
            asked.check();
            List<Feed> all = editor.catalogue().feeds();
            List<String> groups = List.copyOf(new TreeSet<>(
                    all.stream().map(Feed::group).filter(Objects::nonNull).toList()));
            Page page = new Page(visit.words(), visit.words().of("feeds_title"), "/feeds");
            return Html.page(visit, Templates.feeds(page, views.all(asked), asked, groups, all.size()));
        });
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public Response feed(@BeanParam Visit visit, @PathParam("id") String id) {
        return Html.guarded(visit, path(id), () -> {
            FeedView view = views.byId(id);
            Page page = new Page(visit.words(), view.name(), path(id));
            return Html.page(
                    visit, Templates.feed(page, view, FeedForm.fields(entry(id).stated()), "/api/feeds/" + id));
        });
    }

    @POST
    @Path("{id}/poll")
    @Operation(hidden = true)
    public Response poll(@BeanParam Visit visit, @PathParam("id") String id) {
        return done(visit, id, user -> polls.poll(entry(id).feed()));
    }

    @POST
    @Path("{id}/pause")
    @Operation(hidden = true)
    public Response pause(
            @BeanParam Visit visit, @PathParam("id") String id, @FormParam("reason") @Nullable String reason) {
        return done(visit, id, user -> editor.pause(id, reason, user));
    }

    @POST
    @Path("{id}/resume")
    @Operation(hidden = true)
    public Response resume(@BeanParam Visit visit, @PathParam("id") String id) {
        return done(visit, id, user -> editor.resume(id, user));
    }

    @POST
    @Path("{id}/take-back")
    @Operation(hidden = true)
    public Response takeBack(@BeanParam Visit visit, @PathParam("id") String id) {
        return done(visit, id, user -> editor.takeBack(id, user));
    }

    @POST
    @Path("{id}/change")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(@BeanParam Visit visit, @PathParam("id") String id, MultivaluedMap<String, String> form) {
        return done(
                visit, id, user -> editor.change(id, FeedForm.patch(entry(id).stated(), form), user));
    }

    @POST
    @Path("{id}/remove")
    @Operation(hidden = true)
    public Response remove(@BeanParam Visit visit, @PathParam("id") String id) {
        return Html.guarded(visit, path(id), () -> {
            editor.remove(id, gate.admit());
            return Html.seeOther("/feeds");
        });
    }

    private Response done(Visit visit, String id, Consumer<String> action) {
        return Html.guarded(visit, path(id), () -> {
            action.accept(gate.admit());
            return Html.seeOther(path(id));
        });
    }

    private CatalogueEntry entry(String id) {
        return editor.entry(id);
    }

    private String path(String id) {
        return editor.catalogue().byId(id).isPresent() ? "/feeds/" + id : "/feeds";
    }
}
