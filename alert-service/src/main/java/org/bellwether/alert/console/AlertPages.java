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
import java.util.Locale;
import java.util.Set;
import org.bellwether.alert.archive.AlertQuery;
import org.bellwether.alert.archive.MongoAlerts;
import org.bellwether.alert.archive.MongoSources;
import org.bellwether.alert.text.WebLink;
import org.bellwether.alert.text.Words;
import org.bellwether.events.SourceStatus;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The alerts, and the feeds they all come from. */
@Path("/")
@Blocking
@Produces(Html.TYPE)
final class AlertPages {

    private static final int LISTED = 100;
    private static final Set<SourceStatus.State> READ_WELL = Set.of(SourceStatus.State.OK, SourceStatus.State.DEGRADED);

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

    /**
     * A feed as a page shows it.
     *
     * @param name as readers know it
     * @param link its address if that is a web page, else empty
     * @param state key of the state
     * @param stateWords the state in words
     * @param diagnosis what is wrong and the way out, possibly empty
     * @param failures polls in a row that failed, in words, possibly empty
     * @param lastSuccess when
     * @param newest publication of the newest item
     * @param next when it is polled next
     * @param nextReason why then
     * @param items published since it is known
     */
    public record SourceView(
            String name,
            String link,
            String state,
            String stateWords,
            String diagnosis,
            String failures,
            String lastSuccess,
            String newest,
            String next,
            String nextReason,
            long items) {}

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
            long enabled = all.stream()
                    .filter(source -> source.state() != SourceStatus.State.DISABLED)
                    .count();
            long well = all.stream()
                    .filter(source -> READ_WELL.contains(source.state()))
                    .count();
            List<SourceView> views =
                    all.stream().map(source -> view(source, words)).toList();
            return Html.ok(
                    visit,
                    Templates.sources(
                            desk.page(visit, "sources_title"), words.of("sources_summary", well, enabled), views));
        });
    }

    private SourceView view(SourceStatus source, Words words) {
        String state = source.state().name().toLowerCase(Locale.ROOT);
        String never = words.of("sources_never");
        return new SourceView(
                source.name(),
                WebLink.of(source.url()).orElse(""),
                state,
                words.of("state_" + state),
                source.diagnosis() == null ? "" : source.diagnosis(),
                source.consecutiveFailures() == 0 ? "" : words.of("sources_failures", source.consecutiveFailures()),
                source.lastSuccess() == null ? never : desk.times().full(source.lastSuccess()),
                source.newestItem() == null ? never : desk.times().full(source.newestItem()),
                source.nextPoll() == null ? never : desk.times().full(source.nextPoll()),
                source.nextPollReason() == null ? "" : source.nextPollReason(),
                source.itemsPublished());
    }
}
