package org.bellwether.alert.subscription;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bellwether.alert.subscription.WishRules.Reading;
import org.bellwether.web.Problems;
import org.bellwether.web.RequestJson;
import org.bellwether.web.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Asking to be told, by API. */
@Path("/api/subscriptions")
@Tag(name = "subscriptions")
public final class SubscriptionResource {

    private final WishRules rules;
    private final RateLimits limits;
    private final Enrolment enrolment;
    private final KnownIndicators indicators;

    SubscriptionResource(WishRules rules, RateLimits limits, Enrolment enrolment, KnownIndicators indicators) {
        this.rules = rules;
        this.limits = limits;
        this.enrolment = enrolment;
        this.indicators = indicators;
    }

    /**
     * A request as it comes in.
     *
     * @param channel {@code email}, {@code slack} or {@code webhook}
     * @param address mail address or https URL
     * @param indicators ids; absent or empty for all
     * @param language {@code en} (default) or {@code ko}
     */
    public record Request(
            @Nullable String channel,
            @Nullable String address,
            @Nullable List<String> indicators,
            @Nullable String language) {}

    /**
     * The answer, the same whether or not the address is known.
     *
     * @param status always {@code pending}
     * @param detail what happens next
     */
    public record Accepted(String status, String detail) {}

    /** Asks for a subscription; the address gets a link to confirm it by. */
    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask for a subscription; a link to confirm it is sent to the address")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Request.class)))
    public Response ask(String body, @Context HttpServerRequest http) {
        limits.refuseClient(http.remoteAddress().hostAddress()).ifPresent(SubscriptionResource::tooMany);
        Wish wish = wish(RequestJson.object(body, "an object with channel and address"));
        limits.refuseAddress(wish.address()).ifPresent(SubscriptionResource::tooMany);
        enrolment.ask(wish);
        return Response.accepted(new Accepted("pending", "A message with a link to confirm is sent to the address."))
                .build();
    }

    /** What the rules say of a member that was no text adds nothing to that. */
    private Wish wish(RequestJson request) {
        Reading reading = rules.read(
                request.text("channel"),
                request.text("address"),
                request.texts("indicators"),
                request.text("language"),
                indicators.names().keySet());
        List<Violation> violations = new ArrayList<>(request.violations());
        if (reading instanceof Reading.Invalid invalid) {
            Set<String> named = violations.stream().map(Violation::field).collect(Collectors.toSet());
            invalid.violations().stream()
                    .filter(violation -> !named.contains(violation.field()))
                    .forEach(violations::add);
        }
        if (reading instanceof Reading.Valid valid && violations.isEmpty()) {
            return valid.wish();
        }
        throw Problems.invalid(violations);
    }

    private static void tooMany(Duration wait) {
        throw Problems.tooMany(wait);
    }
}
