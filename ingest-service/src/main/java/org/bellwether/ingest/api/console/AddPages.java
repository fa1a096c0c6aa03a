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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.bellwether.ingest.api.DiscoverResource;
import org.bellwether.ingest.api.DiscoveryView;
import org.bellwether.ingest.api.FeedEditor;
import org.bellwether.ingest.api.FeedEditor.Proposal;
import org.bellwether.ingest.api.PreviewView;
import org.bellwether.ingest.catalogue.FeedMembers;
import org.bellwether.web.AdminGate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Adds a feed in three steps: name a site, choose one of its feeds, look how it would be read. */
@Path("/add-feed")
@Blocking
@Produces(Html.TYPE)
public final class AddPages {

    private static final String PATH = "/add-feed";
    private static final int MOST_ENTRIES = 10;

    private final FeedEditor editor;
    private final DiscoverResource finder;
    private final AdminGate gate;

    public AddPages(FeedEditor editor, DiscoverResource finder, AdminGate gate) {
        this.editor = editor;
        this.finder = finder;
        this.gate = gate;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance add(Page page, String url, @Nullable DiscoveryView found);

        static native TemplateInstance proposal(
                Page page,
                String id,
                List<FeedForm.Field> fields,
                @Nullable PreviewView preview,
                List<PreviewView.EntryView> entries);
    }

    @GET
    @Operation(hidden = true)
    public Response start(@BeanParam Visit visit) {
        return Html.page(visit, Templates.add(page(visit), "", null));
    }

    @POST
    @Path("find")
    @Operation(hidden = true)
    public Response find(@BeanParam Visit visit, @FormParam("url") @Nullable String url) {
        return Html.guarded(visit, PATH, () -> {
            gate.admit();
            String asked = url == null ? "" : url.strip();
            return Html.page(visit, Templates.add(page(visit), asked, finder.search(asked)));
        });
    }

    @POST
    @Path("try")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response look(@BeanParam Visit visit, MultivaluedMap<String, String> form) {
        return Html.guarded(visit, PATH, () -> {
            Proposal proposal = editor.propose(FeedForm.written(form), true, gate.admit());
            FeedMembers members = proposal.entry().stated();
            @Nullable PreviewView preview = proposal.preview();
            List<PreviewView.EntryView> entries = preview == null
                    ? List.of()
                    : preview.entries().stream().limit(MOST_ENTRIES).toList();
            return Html.page(
                    visit,
                    Templates.proposal(
                            page(visit), members.get("id").orElse(""), FeedForm.fields(members), preview, entries));
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response add(@BeanParam Visit visit, MultivaluedMap<String, String> form) {
        return Html.guarded(visit, PATH, () -> {
            String user = gate.admit();
            // It was looked at a moment ago, or the form would not be here.
            Proposal proposal = editor.propose(FeedForm.written(form), false, user);
            return Html.seeOther("/feeds/" + editor.add(proposal, user).feed().id());
        });
    }

    private static Page page(Visit visit) {
        return new Page(visit.words(), visit.words().of("add_title"), PATH);
    }
}
