package org.bellwether.alert.subscription;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.bellwether.alert.subscription.WishRules.Reading;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Asking to be told, by API. */
@Path("/api/subscriptions")
@Tag(name = "subscriptions")
public final class SubscriptionResource {

    private static final int TOO_MANY_REQUESTS = 429;

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
    public Response ask(@Nullable Request request, @Context HttpServerRequest http) {
        limits.refuseClient(http.remoteAddress().hostAddress()).ifPresent(SubscriptionResource::tooMany);
        if (request == null) {
            throw invalid(List.of(new Violation("body", "must be a JSON object with channel and address")));
        }
        List<String> chosen = request.indicators() == null ? List.of() : request.indicators();
        Reading reading = rules.read(
                request.channel(),
                request.address(),
                chosen,
                request.language(),
                indicators.names().keySet());
        if (reading instanceof Reading.Invalid invalid) {
            throw invalid(invalid.violations());
        }
        Wish wish = ((Reading.Valid) reading).wish();
        limits.refuseAddress(wish.address()).ifPresent(SubscriptionResource::tooMany);
        enrolment.ask(wish);
        return Response.accepted(new Accepted("pending", "A message with a link to confirm is sent to the address."))
                .build();
    }

    private static void tooMany(Duration wait) {
        throw HttpProblem.builder()
                .withStatus(TOO_MANY_REQUESTS)
                .withTitle("Too Many Requests")
                .withDetail("Try again in " + wait.toSeconds() + " s.")
                .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()))
                .build();
    }

    private static HttpProblem invalid(List<Violation> violations) {
        return HttpProblem.builder()
                .withStatus(Response.Status.BAD_REQUEST)
                .withTitle("Bad Request")
                .withDetail("The request is not valid.")
                .with("violations", violations)
                .build();
    }
}
