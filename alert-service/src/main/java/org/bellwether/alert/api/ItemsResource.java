package org.bellwether.alert.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.bellwether.alert.archive.ItemQuery;
import org.bellwether.alert.archive.MongoIssues;
import org.bellwether.alert.archive.MongoItems;
import org.bellwether.events.Issue;
import org.bellwether.events.TaggedItem;
import org.jspecify.annotations.Nullable;

/** The tagged items, newest first. */
@Path("/api/items")
public final class ItemsResource {

    private static final int USUAL = 50;

    private final MongoItems items;
    private final MongoIssues issues;

    ItemsResource(MongoItems items, MongoIssues issues) {
        this.items = items;
        this.issues = issues;
    }

    @GET
    public List<TaggedItem> items(
            @QueryParam("issue") @Nullable String issue,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("q") @Nullable String words,
            @QueryParam("limit") @Nullable String limit) {
        String wanted = Parameters.text(issue);
        if (wanted != null && issues.byId(wanted).isEmpty()) {
            throw Problems.unknown(
                    "issue", wanted, issues.all().stream().map(Issue::id).toList());
        }
        return items.latest(new ItemQuery(
                wanted,
                Parameters.instant("from", from),
                Parameters.instant("to", to),
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
