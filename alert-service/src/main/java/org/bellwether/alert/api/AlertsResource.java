package org.bellwether.alert.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.bellwether.alert.archive.Acknowledgement;
import org.bellwether.alert.archive.AlertQuery;
import org.bellwether.alert.archive.ArchivedAlert;
import org.bellwether.alert.archive.MongoAlerts;
import org.bellwether.web.AdminGate;
import org.bellwether.web.Problems;
import org.bellwether.web.RequestJson;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** What the indicators did, latest first. */
@Path("/api/alerts")
public final class AlertsResource {

    private static final int USUAL = 50;

    private final MongoAlerts alerts;
    private final AdminGate admin;
    private final Known known;
    private final InstantSource clock;

    AlertsResource(MongoAlerts alerts, AdminGate admin, Known known, InstantSource clock) {
        this.known = known;
        this.alerts = alerts;
        this.admin = admin;
        this.clock = clock;
    }

    /**
     * What whoever acknowledges says on it.
     *
     * @param note free text
     */
    public record Note(@Nullable String note) {}

    @GET
    public List<ArchivedAlert> alerts(
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("issue") @Nullable String issue,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit) {
        Instant begin = Parameters.instant("from", from);
        Instant end = Parameters.instant("to", to);
        Parameters.inOrder(begin, end);
        return alerts.latest(new AlertQuery(
                known.indicator(indicator),
                known.issue(issue),
                begin,
                end,
                Parameters.limit(limit, USUAL, AlertQuery.MOST)));
    }

    @GET
    @Path("/{id}")
    public ArchivedAlert alert(@PathParam("id") String id) {
        return alerts.byId(id).orElseThrow(() -> Problems.unknown("alert", id));
    }

    @POST
    @Path("/{id}/ack")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @RequestBody(content = @Content(schema = @Schema(implementation = Note.class)))
    public ArchivedAlert acknowledge(@PathParam("id") String id, String body) {
        String by = admin.admit();
        RequestJson note = RequestJson.optional(body, "an object with a note, or nothing");
        String words = note.text("note");
        if (!note.violations().isEmpty()) {
            throw Problems.invalid(note.violations());
        }
        return alerts.acknowledge(id, new Acknowledgement(by, clock.instant(), words))
                .orElseThrow(() -> Problems.unknown("alert", id));
    }
}
