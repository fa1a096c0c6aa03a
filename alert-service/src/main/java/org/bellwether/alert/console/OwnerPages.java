package org.bellwether.alert.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bellwether.alert.channel.ChannelKind;
import org.bellwether.alert.subscription.Enrolment;
import org.bellwether.alert.subscription.KnownIndicators;
import org.bellwether.alert.subscription.Recipients;
import org.bellwether.alert.subscription.Subscription;
import org.bellwether.alert.subscription.Tokens.Purpose;
import org.bellwether.events.LocalText;
import org.bellwether.web.Visit;
import org.bellwether.web.text.Language;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What the links in messages open. A GET only shows: mail scanners follow links, and must not confirm or end anything by
 * that. Posting ends a subscription without a further question, which is also the one-click unsubscribe of RFC 8058.
 */
@Path("/")
@Blocking
@Produces(Html.TYPE)
final class OwnerPages {

    private final Enrolment enrolment;
    private final Recipients recipients;
    private final KnownIndicators indicators;
    private final Desk desk;

    OwnerPages(Enrolment enrolment, Recipients recipients, KnownIndicators indicators, Desk desk) {
        this.enrolment = enrolment;
        this.recipients = recipients;
        this.indicators = indicators;
        this.desk = desk;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance confirm(
                Page page, Subscription subscription, List<String> indicators, String secret, boolean done);

        static native TemplateInstance manage(
                Page page,
                Subscription subscription,
                Map<String, LocalText> indicators,
                String unsubscribe,
                boolean saved);

        static native TemplateInstance unsubscribe(Page page, Subscription subscription);
    }

    @GET
    @Path("confirm/{token}")
    @Operation(hidden = true)
    public Response showConfirm(@BeanParam Visit visit, @PathParam("token") String token) {
        return page(visit, () -> enrolment.open(Purpose.CONFIRM, token), found -> {
            boolean done = found.state() == Subscription.State.CONFIRMED;
            Page page = desk.page(visit, done ? "confirm_done_title" : "confirm_title");
            return Html.ok(visit, Templates.confirm(page, found, names(found, visit), done ? secret(found) : "", done));
        });
    }

    @POST
    @Path("confirm/{token}")
    @Operation(hidden = true)
    public Response confirm(@BeanParam Visit visit, @PathParam("token") String token) {
        return page(
                visit,
                () -> enrolment.confirm(token),
                found -> Html.ok(
                        visit,
                        Templates.confirm(
                                desk.page(visit, "confirm_done_title"),
                                found,
                                names(found, visit),
                                secret(found),
                                true)));
    }

    /** Of one that is defined no more only the id is known. */
    private List<String> names(Subscription subscription, Visit visit) {
        return subscription.indicators().stream()
                .map(id -> visit.language().of(indicators.names().getOrDefault(id, new LocalText(id, id))))
                .toList();
    }

    @GET
    @Path("manage/{token}")
    @Operation(hidden = true)
    public Response showManage(@BeanParam Visit visit, @PathParam("token") String token) {
        return page(visit, () -> enrolment.open(Purpose.MANAGE, token), found -> manage(visit, found, false));
    }

    @POST
    @Path("manage/{token}")
    @Operation(hidden = true)
    public Response change(
            @BeanParam Visit visit,
            @PathParam("token") String token,
            @FormParam("indicators") @Nullable List<String> chosen,
            @FormParam("language") @Nullable String language,
            @FormParam("paused") @Nullable String paused) {
        List<String> known = (chosen == null ? List.<String>of() : chosen)
                .stream().filter(indicators.names()::containsKey).toList();
        Language wanted = Language.byTag(language == null ? "" : language).orElse(visit.language());
        return page(
                visit,
                () -> enrolment.change(token, known, wanted, paused != null),
                changed -> manage(visit, changed, true));
    }

    @GET
    @Path("unsubscribe/{token}")
    @Operation(hidden = true)
    public Response showUnsubscribe(@BeanParam Visit visit, @PathParam("token") String token) {
        return page(
                visit,
                () -> enrolment.open(Purpose.UNSUBSCRIBE, token),
                found -> found.state() == Subscription.State.ENDED
                        ? ended(visit)
                        : Html.ok(visit, Templates.unsubscribe(desk.page(visit, "unsubscribe_title"), found)));
    }

    @POST
    @Path("unsubscribe/{token}")
    @Operation(hidden = true)
    public Response unsubscribe(@BeanParam Visit visit, @PathParam("token") String token) {
        return page(visit, () -> enrolment.end(token), found -> ended(visit));
    }

    private Response ended(Visit visit) {
        return StoreAway.message(desk, visit, Status.OK, "unsubscribe_done_title", "unsubscribe_done");
    }

    private Response manage(Visit visit, Subscription found, boolean saved) {
        String unsubscribe = "/unsubscribe/" + recipients.of(found).links().unsubscribeToken();
        Page page = desk.page(visit, "manage_title");
        return Html.ok(visit, Templates.manage(page, found, indicators.names(), unsubscribe, saved));
    }

    private String secret(Subscription subscription) {
        return subscription.channel() == ChannelKind.WEBHOOK
                ? recipients.of(subscription).secret()
                : "";
    }

    private Response page(Visit visit, Supplier<Optional<Subscription>> found, Function<Subscription, Response> page) {
        return StoreAway.guard(
                desk,
                visit,
                () -> found.get()
                        .map(page)
                        .orElseGet(() ->
                                StoreAway.message(desk, visit, Status.NOT_FOUND, "link_dead_title", "link_dead")));
    }
}
