package org.bellwether.alert.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bellwether.alert.subscription.Enrolment;
import org.bellwether.alert.subscription.KnownIndicators;
import org.bellwether.alert.subscription.RateLimits;
import org.bellwether.alert.subscription.WishRules;
import org.bellwether.alert.subscription.WishRules.Reading;
import org.bellwether.alert.text.Words;
import org.bellwether.events.LocalText;
import org.bellwether.web.Violation;
import org.bellwether.web.Visit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The form to subscribe. */
@Path("/subscribe")
@Blocking
@Produces(Html.TYPE)
final class SubscribePages {

    private final WishRules rules;
    private final RateLimits limits;
    private final Enrolment enrolment;
    private final KnownIndicators indicators;
    private final Desk desk;

    SubscribePages(WishRules rules, RateLimits limits, Enrolment enrolment, KnownIndicators indicators, Desk desk) {
        this.rules = rules;
        this.limits = limits;
        this.enrolment = enrolment;
        this.indicators = indicators;
        this.desk = desk;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance subscribe(
                Page page, Map<String, LocalText> indicators, Entered entered, List<Violation> violations);
    }

    /**
     * What the form holds, to be shown again when something is wrong with it.
     *
     * @param channel id
     * @param address as entered
     * @param indicators ids
     * @param language tag
     */
    public record Entered(String channel, String address, List<String> indicators, String language) {}

    /** The form's fields. */
    public static final class Form {
        @FormParam("channel")
        @Nullable
        String channel;

        @FormParam("address")
        @Nullable
        String address;

        @FormParam("indicators")
        @Nullable
        List<String> indicators;

        @FormParam("language")
        @Nullable
        String language;

        Entered entered(String otherwise) {
            return new Entered(
                    channel == null ? "email" : channel,
                    address == null ? "" : address,
                    indicators == null ? List.of() : indicators,
                    language == null ? otherwise : language);
        }
    }

    @GET
    @Operation(hidden = true)
    public Response form(@BeanParam Visit visit) {
        Page page = desk.page(visit, "subscribe_title");
        Entered blank = new Entered("email", "", List.of(), page.lang());
        return Html.ok(visit, Templates.subscribe(page, indicators.names(), blank, List.of()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response subscribe(@BeanParam Visit visit, @BeanParam Form form, @Context HttpServerRequest http) {
        return StoreAway.guard(desk, visit, () -> {
            Optional<Duration> wait = limits.refuseClient(http.remoteAddress().hostAddress());
            if (wait.isPresent()) {
                return tooMany(visit, wait.get());
            }
            Page page = desk.page(visit, "subscribe_title");
            Entered entered = form.entered(page.lang());
            Reading reading = rules.read(
                    entered.channel(),
                    entered.address(),
                    entered.indicators(),
                    entered.language(),
                    indicators.names().keySet());
            if (reading instanceof Reading.Invalid invalid) {
                TemplateInstance again = Templates.subscribe(page, indicators.names(), entered, invalid.violations());
                return Html.answer(Status.BAD_REQUEST, visit, again);
            }
            return ask(visit, (Reading.Valid) reading);
        });
    }

    private Response ask(Visit visit, Reading.Valid valid) {
        Optional<Duration> wait = limits.refuseAddress(valid.wish().address());
        if (wait.isPresent()) {
            return tooMany(visit, wait.get());
        }
        enrolment.ask(valid.wish());
        return StoreAway.message(desk, visit, Status.ACCEPTED, "subscribe_sent_title", "subscribe_sent");
    }

    private Response tooMany(Visit visit, Duration wait) {
        Page page = desk.page(visit, "subscribe_too_many_title");
        String text = Words.in(page.language()).of("subscribe_too_many", wait.toSeconds());
        Response response = Html.answer(Status.TOO_MANY_REQUESTS, visit, StoreAway.Templates.message(page, text));
        return Response.fromResponse(response)
                .header("Retry-After", wait.toSeconds())
                .build();
    }
}
