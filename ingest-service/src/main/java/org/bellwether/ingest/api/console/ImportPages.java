package org.bellwether.ingest.api.console;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.bellwether.ingest.api.ImportView;
import org.bellwether.ingest.api.OpmlImportResource;
import org.bellwether.web.AdminGate;
import org.bellwether.web.Visit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Takes an OPML in, after a look at what would come of it. */
@Path("/import-feeds")
@Blocking
@Produces(Html.TYPE)
public final class ImportPages {

    private static final String PATH = "/import-feeds";

    private final OpmlImportResource imports;
    private final AdminGate gate;

    public ImportPages(OpmlImportResource imports, AdminGate gate) {
        this.imports = imports;
        this.gate = gate;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance opml(
                Page page, @Nullable ImportSheet result, String carried, @Nullable Trouble trouble);
    }

    @GET
    @Operation(hidden = true)
    public Response start(@BeanParam Visit visit) {
        return Html.page(visit, Templates.opml(page(visit), null, "", null));
    }

    /** Tells what would come of a document; nothing is added. */
    @POST
    @Path("try")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response look(@BeanParam Visit visit, @RestForm("opml") @Nullable FileUpload opml) throws IOException {
        gate.admit();
        if (opml == null || opml.size() == 0) {
            Words words = Words.in(visit.language());
            return refused(
                    visit, new Trouble(Status.BAD_REQUEST.getStatusCode(), words.of("import_none"), "", List.of(), ""));
        }
        byte[] document;
        try (InputStream in = Files.newInputStream(opml.uploadedFile())) {
            document = OpmlImportResource.read(in);
        } catch (HttpProblem problem) {
            return refused(visit, Trouble.of(problem, Words.in(visit.language())));
        }
        return take(visit, document, true);
    }

    /** Adds what is new in the document that was looked at, which the page carried. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response add(@BeanParam Visit visit, @RestForm("document") @Nullable String carried) throws IOException {
        gate.admit();
        return take(visit, Carried.open(carried == null ? "" : carried, OpmlImportResource::read), false);
    }

    private Response take(Visit visit, byte[] document, boolean tryOnly) throws IOException {
        Words words = Words.in(visit.language());
        try {
            ImportView view = imports.take(document, tryOnly, gate.admit());
            String carried = tryOnly && view.added() > 0 ? Carried.of(document) : "";
            return Html.page(visit, Templates.opml(page(visit), ImportSheet.of(view, words), carried, null));
        } catch (HttpProblem problem) {
            return refused(visit, Trouble.of(problem, words));
        }
    }

    private static Response refused(Visit visit, Trouble trouble) {
        return Html.page(visit, Templates.opml(page(visit), null, "", trouble), trouble);
    }

    private static Page page(Visit visit) {
        return Page.of(visit, "import_title", PATH);
    }
}
