package org.bellwether.ingest.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.InstantSource;
import org.bellwether.ingest.catalogue.LiveCatalogue;
import org.bellwether.ingest.opml.OpmlWriter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The catalogue for other readers. */
@Path("/api/feeds.opml")
@Tag(name = "feeds")
public final class OpmlExportResource {

    private static final String OPML = "text/x-opml;charset=UTF-8";

    private final LiveCatalogue live;
    private final InstantSource clock;

    public OpmlExportResource(LiveCatalogue live, InstantSource clock) {
        this.live = live;
        this.clock = clock;
    }

    @GET
    @Produces({OPML, "application/xml", "text/xml"})
    @Operation(
            summary = "All feeds as OPML 2.0, grouped",
            description = "What OPML has no attribute for stands in a namespace, so that POST /api/feeds/import reads "
                    + "the same feeds. Feeds that are paused are there as they will be when resumed.")
    public RestResponse<String> feeds() {
        return ResponseBuilder.ok(OpmlWriter.write(live.current().entries(), clock.instant()), OPML)
                .header("Content-Disposition", "attachment; filename=\"bellwether.opml\"")
                .build();
    }
}
