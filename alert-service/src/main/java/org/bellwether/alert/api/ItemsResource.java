package org.bellwether.alert.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.bellwether.alert.archive.ItemQuery;
import org.bellwether.alert.archive.MongoItems;
import org.bellwether.events.TaggedItem;
import org.bellwether.web.Problems;
import org.jspecify.annotations.Nullable;

/** The tagged items, newest first. */
@Path("/api/items")
public final class ItemsResource {

    private static final int USUAL = 50;

    private final MongoItems items;
    private final Known known;

    ItemsResource(MongoItems items, Known known) {
        this.items = items;
        this.known = known;
    }

    @GET
    public List<TaggedItem> items(
            @QueryParam("issue") @Nullable String issue,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("q") @Nullable String words,
            @QueryParam("limit") @Nullable String limit) {
        Instant begin = Parameters.instant("from", from);
        Instant end = Parameters.instant("to", to);
        Parameters.inOrder(begin, end);
        return items.latest(new ItemQuery(
                known.issue(issue),
                begin,
                end,
                Parameters.text(words),
                Parameters.limit(limit, USUAL, ItemQuery.MOST),
                null));
    }

    @GET
    @Path("/{id}")
    public TaggedItem item(@PathParam("id") String id) {
        return items.byId(id).orElseThrow(() -> Problems.unknown("item", id));
    }
}
