package org.bellwether.classify.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.bellwether.classify.watchlist.ListedWatch;
import org.bellwether.classify.watchlist.Watchlist;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The subscribers' own queries, and which of them cannot be used. */
@Path("/api/watches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "watches")
public final class WatchesResource {

    private static final int USUAL = 500;
    private static final int MOST = 10_000;

    private final Watchlist watchlist;

    WatchesResource(Watchlist watchlist) {
        this.watchlist = watchlist;
    }

    /**
     * A query and what became of it.
     *
     * @param state {@code active} or {@code refused}
     * @param reason why it is refused
     */
    public record WatchView(
            String id,
            String name,
            String query,
            String state,
            @Nullable String reason) {}

    @GET
    @Operation(
            summary = "Subscribers' queries, by id",
            description =
                    "As they stand on the topic watches. One that cannot be read is refused, with the column and what would be "
                            + "right. To page on, give the last id as after.")
    @APIResponse(
            responseCode = "200",
            description = "By id",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = WatchView.class),
                            examples = @ExampleObject(name = "two", value = """
                                                    [{"id": "w-1", "name": "Submarines", "query": "\\"nuclear submarine\\" AND 한국", "state": "active"},
                                                     {"id": "w-2", "name": "Bases", "query": "(camp OR", "state": "refused",
                                                      "reason": "Column 1: …"}]""")))
    @APIResponse(responseCode = "400", description = "A parameter is wrong; violations names it")
    public List<WatchView> watches(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        String from = after == null ? "" : after;
        return watchlist.after(from, Parameters.number("limit", limit, USUAL, MOST)).stream()
                .map(WatchesResource::view)
                .toList();
    }

    private static WatchView view(ListedWatch watch) {
        return new WatchView(
                watch.id(),
                watch.name(),
                watch.query(),
                watch.refused().isEmpty() ? "active" : "refused",
                watch.refused().orElse(null));
    }
}
