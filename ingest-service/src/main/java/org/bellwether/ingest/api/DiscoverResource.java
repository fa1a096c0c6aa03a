package org.bellwether.ingest.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import org.bellwether.ingest.catalogue.CatalogueEdits;
import org.bellwether.ingest.catalogue.LiveCatalogue;
import org.bellwether.ingest.discover.Discovery;
import org.bellwether.ingest.discover.FeedFinder;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.ingest.item.CanonicalUrl;
import org.bellwether.web.AdminGate;
import org.bellwether.web.Problems;
import org.bellwether.web.RequestJson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Looks for the feeds of a site; for the admin (HTTP basic), as it has this service ask others for many pages. */
@Path("/api/feeds/discover")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "manage")
public final class DiscoverResource {

    private final FeedFinder finder;
    private final LiveCatalogue live;
    private final AdminGate gate;
    private final InstantSource clock;

    public DiscoverResource(FeedFinder finder, LiveCatalogue live, AdminGate gate, InstantSource clock) {
        this.finder = finder;
        this.live = live;
        this.gate = gate;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Looks for the feeds of a site",
            description = "Send {\"url\": \"https://…\"} of one of its pages, best the home page. Followed are Link "
                    + "headers, <link rel=alternate>, links that look like feeds and, where none of these is one, the "
                    + "usual paths: at most 8 addresses and 15 s. Each candidate is fetched and read, feeds first.")
    @APIResponse(responseCode = "200", description = "The candidates; possibly none")
    @APIResponse(responseCode = "400", description = "The request is wrong")
    @APIResponse(responseCode = "401", description = "Nobody has logged in")
    @APIResponse(responseCode = "403", description = "Not an admin, or bellwether.admin.password is not set")
    @APIResponse(responseCode = "422", description = "The page cannot be fetched; says why")
    @APIResponse(
            responseCode = "503",
            description = "Others are searching, or the host is to be left alone; Retry-After says when to ask again")
    public DiscoveryView discover(InputStream body) throws IOException {
        gate.admit();
        RequestJson json = RequestJson.object(CappedText.json(body), "{\"url\": \"https://…\"}");
        @Nullable String url = json.text("url");
        if (!json.violations().isEmpty()) {
            throw Problems.invalid(json.violations());
        }
        if (url == null) {
            throw ApiProblem.invalid("url", "is missing: name a page of the site");
        }
        return search(url);
    }

    /** The same for a page; who may ask has been seen to. */
    public DiscoveryView search(String url) throws NoRoomException {
        try {
            Discovery discovery = finder.search(PreviewInput.address("url", url));
            if (discovery instanceof Discovery.Searched searched) {
                return DiscoveryView.of(
                        searched, new CatalogueEdits(CanonicalUrl::identityOf).directory(live.current()));
            }
            if (discovery instanceof Discovery.NoPage none) {
                throw ApiProblem.notFetched(none.failed());
            }
            if (discovery instanceof Discovery.Later later) {
                throw ApiProblem.postponed(later.postponed(), clock.instant());
            }
            throw new NoRoomException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoRoomException();
        }
    }
}
