package org.bellwether.alert.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.bellwether.alert.archive.MongoSources;
import org.bellwether.events.SourceStatus;

/** How each feed does. */
@Path("/api/sources")
public final class SourcesResource {

    private final MongoSources sources;

    SourcesResource(MongoSources sources) {
        this.sources = sources;
    }

    @GET
    public List<SourceStatus> sources() {
        return sources.all();
    }
}
