package org.bellwether.alert.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.bellwether.alert.archive.AlertQuery;
import org.bellwether.alert.archive.ItemQuery;
import org.bellwether.alert.archive.MongoAlerts;
import org.bellwether.alert.archive.MongoIssues;
import org.bellwether.alert.archive.MongoItems;
import org.bellwether.web.Visit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was found, for feed readers. */
@Path("/")
@Blocking
@Tag(name = "feeds")
@Produces("application/atom+xml;charset=UTF-8")
final class AtomFeeds {

    private static final int ENTRIES = 50;

    private final MongoItems items;
    private final MongoIssues issues;
    private final MongoAlerts alerts;
    private final Desk desk;

    AtomFeeds(MongoItems items, MongoIssues issues, MongoAlerts alerts, Desk desk) {
        this.items = items;
        this.issues = issues;
        this.alerts = alerts;
        this.desk = desk;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance feed(AtomView feed);
    }

    /** The newest items of an issue. */
    @GET
    @Path("issues/{id: [A-Za-z0-9-]+}.atom")
    @Operation(summary = "The newest items of an issue as an Atom feed")
    public String issue(@BeanParam Visit visit, @PathParam("id") String id) {
        return issues.byId(id)
                .map(issue -> AtomView.ofIssue(
                        issue, items.latest(ItemQuery.ofIssue(id, ENTRIES)), visit.language(), desk.publicUrl()))
                .map(feed -> Templates.feed(feed).render())
                .orElseThrow(() -> new NotFoundException("there is no issue " + id));
    }

    /** The latest alerts. */
    @GET
    @Path("alerts.atom")
    @Operation(summary = "The latest alerts as an Atom feed")
    public String alerts(@BeanParam Visit visit) {
        AtomView feed =
                AtomView.ofAlerts(alerts.latest(AlertQuery.latest(ENTRIES)), visit.language(), desk.publicUrl());
        return Templates.feed(feed).render();
    }
}
