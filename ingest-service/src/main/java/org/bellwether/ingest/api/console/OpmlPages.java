package org.bellwether.ingest.api.console;

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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.bellwether.ingest.api.ImportView;
import org.bellwether.ingest.api.OpmlImportResource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Takes an OPML in, after a look at what would come of it if that is wanted. */
@Path("/import-feeds")
@Blocking
@Produces(Html.TYPE)
public final class OpmlPages {

    private static final String PATH = "/import-feeds";

    private final OpmlImportResource imports;

    public OpmlPages(OpmlImportResource imports) {
        this.imports = imports;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance opml(Page page, @Nullable ImportView result);
    }

    @GET
    @Operation(hidden = true)
    public Response start(@BeanParam Visit visit) {
        return Html.page(visit, Templates.opml(page(visit), null));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response take(
            @BeanParam Visit visit,
            @RestForm("opml") @Nullable FileUpload opml,
            @RestForm("try") @Nullable String tryOnly) {
        return Html.guarded(visit, PATH, () -> {
            try (InputStream body =
                    opml == null ? InputStream.nullInputStream() : Files.newInputStream(opml.uploadedFile())) {
                ImportView result = imports.take(body, tryOnly != null);
                return Html.page(visit, Templates.opml(page(visit), result));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Page page(Visit visit) {
        return new Page(visit.words(), visit.words().of("import_title"), PATH);
    }
}
