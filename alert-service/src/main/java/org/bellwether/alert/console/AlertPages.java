package org.bellwether.alert.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.bellwether.alert.archive.AlertQuery;
import org.bellwether.alert.archive.MongoAlerts;
import org.bellwether.alert.archive.MongoSources;
import org.bellwether.alert.text.Words;
import org.bellwether.events.SourceStatus;
import org.bellwether.web.Visit;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The alerts, and the feeds they all come from. */
@Path("/")
@Blocking
@Produces(Html.TYPE)
final class AlertPages {

    private static final int LISTED = 100;

    private final MongoAlerts alerts;
    private final MongoSources sources;
    private final Desk desk;

    AlertPages(MongoAlerts alerts, MongoSources sources, Desk desk) {
        this.alerts = alerts;
        this.sources = sources;
        this.desk = desk;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance alerts(Page page, List<AlertView> alerts);

        static native TemplateInstance alert(Page page, AlertView alert);

        static native TemplateInstance sources(Page page, String summary, List<SourceView> sources);
    }

    @GET
    @Path("alerts")
    @Operation(hidden = true)
    public Response alerts(@BeanParam Visit visit) {
        return StoreAway.guard(desk, visit, () -> {
            List<AlertView> latest = alerts.latest(AlertQuery.latest(LISTED)).stream()
                    .map(archived -> AlertView.of(archived, visit.language(), desk.zone()))
                    .toList();
            return Html.ok(visit, Templates.alerts(desk.page(visit, "alerts_title"), latest));
        });
    }

    @GET
    @Path("alerts/{id: [A-Za-z0-9:_-]+}")
    @Operation(hidden = true)
    public Response alert(@BeanParam Visit visit, @PathParam("id") String id) {
        return StoreAway.guard(
                desk,
                visit,
                () -> alerts.byId(id)
                        .map(archived -> {
                            AlertView view = AlertView.of(archived, visit.language(), desk.zone());
                            return Html.ok(
                                    visit,
                                    Templates.alert(
                                            desk.titled(visit, view.words().subject()), view));
                        })
                        .orElseGet(() -> StoreAway.missing(desk, visit)));
    }

    @GET
    @Path("sources")
    @Operation(hidden = true)
    public Response sources(@BeanParam Visit visit) {
        return StoreAway.guard(desk, visit, () -> {
            Words words = Words.in(visit.language());
            List<SourceStatus> all = sources.all();
            Coverage coverage = Coverage.of(all);
            List<SourceView> views = all.stream()
                    .map(source -> SourceView.of(source, visit.language(), desk.times()))
                    .toList();
            return Html.ok(
                    visit,
                    Templates.sources(
                            desk.page(visit, "sources_title"),
                            words.of("sources_summary", coverage.well(), coverage.enabled()),
                            views));
        });
    }
}
