package org.bellwether.alert.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import java.util.List;
import org.bellwether.alert.archive.Acknowledgement;
import org.bellwether.alert.archive.AlertQuery;
import org.bellwether.alert.archive.ArchivedAlert;
import org.bellwether.alert.archive.MongoAlerts;
import org.jspecify.annotations.Nullable;

/** What the indicators did, latest first. */
@Path("/api/alerts")
public final class AlertsResource {

    private static final int USUAL = 50;

    private final MongoAlerts alerts;
    private final AdminGate admin;
    private final InstantSource clock;

    AlertsResource(MongoAlerts alerts, AdminGate admin, InstantSource clock) {
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
        return alerts.latest(new AlertQuery(
                Parameters.text(indicator),
                Parameters.text(issue),
                Parameters.instant("from", from),
                Parameters.instant("to", to),
                Parameters.limit(limit, USUAL, AlertQuery.MOST)));
    }

    @GET
    @Path("/{id}")
    public ArchivedAlert alert(@PathParam("id") String id) {
        return alerts.byId(id).orElseThrow(() -> Problems.unknown("alert", id));
    }

    @POST
    @Path("/{id}/ack")
    public ArchivedAlert acknowledge(@PathParam("id") String id, @Nullable Note note) {
        String by = admin.admit();
        String words = note == null ? null : note.note();
        return alerts.acknowledge(id, new Acknowledgement(by, clock.instant(), words))
                .orElseThrow(() -> Problems.unknown("alert", id));
    }
}
