package org.bellwether.alert.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.bellwether.alert.archive.AlertQuery;
import org.bellwether.alert.archive.MongoAlerts;
import org.bellwether.web.Visit;
import org.bellwether.web.text.Language;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The board, the issues and the indicators. */
@Path("/")
@Blocking
@Produces(Html.TYPE)
final class BoardPages {

    private static final int ALERTS_ASIDE = 20;

    private final Views views;
    private final MongoAlerts alerts;
    private final Desk desk;

    BoardPages(Views views, MongoAlerts alerts, Desk desk) {
        this.views = views;
        this.alerts = alerts;
        this.desk = desk;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance board(Page page, Board board, RawString part);

        static native TemplateInstance boardPart(Page page, Board board);

        static native TemplateInstance boardNews(Page page, Board board);

        static native TemplateInstance issue(Page page, IssueView issue, List<ItemView> items, List<AlertView> alerts);

        static native TemplateInstance indicator(Page page, IndicatorView indicator, List<AlertView> alerts);
    }

    @GET
    @Operation(hidden = true)
    public Response board(@BeanParam Visit visit) {
        return StoreAway.guard(desk, visit, () -> {
            Page page = desk.page(visit, "board_title");
            Board board = views.board(page.language());
            return Html.ok(visit, Templates.board(page, board, Html.part(Templates.boardPart(page, board))));
        });
    }

    @GET
    @Path("parts/board")
    @Operation(hidden = true)
    public Response boardPart(@BeanParam Visit visit, @QueryParam("seen") @Nullable String seen) {
        return StoreAway.guard(desk, visit, () -> {
            Page page = desk.page(visit, "board_title");
            Board board = views.board(page.language());
            return Html.part(Templates.boardPart(page, board), seen, Templates.boardNews(page, board));
        });
    }

    @GET
    @Path("issues/{id: [A-Za-z0-9-]+}")
    @Operation(hidden = true)
    public Response issue(@BeanParam Visit visit, @PathParam("id") String id) {
        return StoreAway.guard(desk, visit, () -> {
            Language language = visit.language();
            return views.issue(id, language)
                    .map(issue -> Html.ok(
                            visit,
                            Templates.issue(
                                    desk.titled(visit, issue.name()),
                                    issue,
                                    views.issueItems(id, language),
                                    alerts(new AlertQuery(null, id, null, null, ALERTS_ASIDE), language))))
                    .orElseGet(() -> StoreAway.missing(desk, visit));
        });
    }

    @GET
    @Path("indicators/{id: [A-Za-z0-9-]+}")
    @Operation(hidden = true)
    public Response indicator(@BeanParam Visit visit, @PathParam("id") String id) {
        return StoreAway.guard(desk, visit, () -> {
            Language language = visit.language();
            return views.indicator(id, language)
                    .map(indicator -> Html.ok(
                            visit,
                            Templates.indicator(
                                    desk.titled(visit, indicator.name()),
                                    indicator,
                                    alerts(new AlertQuery(id, null, null, null, ALERTS_ASIDE), language))))
                    .orElseGet(() -> StoreAway.missing(desk, visit));
        });
    }

    private List<AlertView> alerts(AlertQuery query, Language language) {
        return alerts.latest(query).stream()
                .map(archived -> AlertView.of(archived, language, desk.zone()))
                .toList();
    }
}
