package org.bellwether.classify.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.classify.replay.MongoReplays;
import org.bellwether.classify.replay.Replay;
import org.bellwether.classify.replay.Replays;
import org.bellwether.web.AdminGate;
import org.bellwether.web.Problems;
import org.bellwether.web.RequestJson;
import org.bellwether.web.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Has a period tagged anew, for the admin (HTTP basic), and tells how far that is. */
@Path("/api/taxonomy/replay")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "manage")
public final class ReplayResource {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Replays replays;
    private final MongoReplays known;
    private final AdminGate gate;
    private final InstantSource clock;

    ReplayResource(Replays replays, MongoReplays known, AdminGate gate, InstantSource clock) {
        this.replays = replays;
        this.known = known;
        this.gate = gate;
        this.clock = clock;
    }

    /** What may be sent, for the API's description. */
    public record ReplayBody(Instant from, Instant to) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            summary = "Tags a period anew by the taxonomy in force",
            description =
                    "All that was published on news.items from from (inclusive) to to (exclusive) goes the line's way once "
                            + "more, beside the news and behind it. Story ids stay, and consumers put the newer reading in the place of the "
                            + "older. One at a time; doing it again is harmless.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReplayBody.class),
                            examples =
                                    @ExampleObject(
                                            name = "a week",
                                            value =
                                                    "{\"from\": \"2026-11-13T00:00:00Z\", \"to\": \"2026-11-20T00:00:00Z\"}")))
    @APIResponse(
            responseCode = "202",
            description = "It has begun; Location says where to ask how far it is",
            content = @Content(schema = @Schema(implementation = Replay.class)))
    @APIResponse(responseCode = "400", description = "Members are wrong; violations names each")
    @APIResponse(responseCode = "401", description = "Nobody has logged in")
    @APIResponse(responseCode = "403", description = "Not an admin, or bellwether.admin.password is not set")
    @APIResponse(responseCode = "409", description = "Another replay is running; Retry-After says when to ask again")
    @APIResponse(responseCode = "503", description = "The store is away; Retry-After says when to ask again")
    public RestResponse<Replay> begin(String body) {
        String by = gate.admit();
        RequestJson json = RequestJson.object(
                body, "an object such as {\"from\": \"2026-11-13T00:00:00Z\", \"to\": \"2026-11-20T00:00:00Z\"}");
        List<Violation> violations = new ArrayList<>();
        Instant from = instant(json, "from", violations);
        Instant to = instant(json, "to", violations);
        if (violations.isEmpty() && !from.isBefore(to)) {
            violations.add(new Violation("from", "must be before to, " + to));
        }
        if (violations.isEmpty() && to.isAfter(clock.instant())) {
            violations.add(new Violation("to", "must not be in the future"));
        }
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
        Replay begun = replays.begin(from, to, by)
                .orElseThrow(() -> BusyNow.of("another replay is running; GET /api/taxonomy/replay tells which", SOON));
        return ResponseBuilder.<Replay>create(RestResponse.Status.ACCEPTED, begun)
                .location(URI.create("/api/taxonomy/replay/" + begun.id()))
                .build();
    }

    @GET
    @Blocking
    @Operation(summary = "The last replays, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A hundred at most",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Replay.class)))
    public List<Replay> latest() {
        return known.latest(clock.instant());
    }

    @GET
    @Path("/{id}")
    @Blocking
    @Operation(summary = "How far a replay is")
    @APIResponse(
            responseCode = "200",
            description = "state is running, done, failed, or interrupted where the service was stopped meanwhile",
            content =
                    @Content(
                            schema = @Schema(implementation = Replay.class),
                            examples = @ExampleObject(name = "running", value = """
                                                    {"id": "0b7f…", "from": "2026-11-13T00:00:00Z", "to": "2026-11-20T00:00:00Z",
                                                     "by": "admin", "begun": "2026-11-20T08:00:00Z", "state": "running",
                                                     "progress": {"total": 41200, "read": 8100, "written": 8099, "setAside": 1},
                                                     "taxonomy": "sha256:9a41…"}""")))
    @APIResponse(responseCode = "404", description = "No such replay among the last hundred")
    public Replay byId(@PathParam("id") String id) {
        return known.byId(id, clock.instant()).orElseThrow(() -> Problems.unknown("replay", id));
    }

    /** The beginning of time where it is wrong, which is noted. */
    private static Instant instant(RequestJson json, String name, List<Violation> violations) {
        String given = json.text(name);
        try {
            if (given != null) {
                return Instant.parse(given.strip());
            }
        } catch (DateTimeException e) {
            given = null;
        }
        violations.add(new Violation(name, "must be an ISO-8601 instant such as 2026-11-20T12:00:00Z"));
        return Instant.EPOCH;
    }
}
