package org.bellwether.ingest.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.parse.FeedDocument;
import org.bellwether.ingest.poll.PushIntake;
import org.bellwether.ingest.push.HubSignature;
import org.bellwether.ingest.push.Intent;
import org.bellwether.ingest.push.PushMetrics;
import org.bellwether.ingest.push.PushMetrics.Outcome;
import org.bellwether.ingest.push.Subscriber;
import org.bellwether.ingest.push.Subscription;
import org.bellwether.ingest.push.Verdict;
import org.bellwether.ingest.state.FeedBoard;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Where hubs call (W3C WebSub §5.3, §7). Nothing is fetched at anybody's word here: a push may be taken in if it is signed as
 * agreed, or bring its own feed's next poll forward, and that is all.
 */
@Path("/websub/{token}")
@Tag(name = "websub")
public final class WebSubResource {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** GitHub's way of a second, stronger signature, which some hubs send too. */
    private static final List<String> SIGNATURES = List.of("X-Hub-Signature", "X-Hub-Signature-256");

    private final Subscriber subscriber;
    private final PushIntake intake;
    private final FeedBoard board;
    private final LargestBody largest;
    private final Headroom headroom;
    private final PushMetrics metrics;

    public WebSubResource(
            Subscriber subscriber,
            PushIntake intake,
            FeedBoard board,
            LargestBody largest,
            Headroom headroom,
            PushMetrics metrics) {
        this.subscriber = subscriber;
        this.intake = intake;
        this.board = board;
        this.largest = largest;
        this.headroom = headroom;
        this.metrics = metrics;
    }

    @GET
    @Operation(
            summary = "A hub asks whether a subscription is meant, or refuses one",
            description = "WebSub §5.2, §5.3")
    @APIResponse(responseCode = "200", description = "The challenge; nothing after a refusal")
    @APIResponse(responseCode = "404", description = "Nothing like that was asked for")
    public Response verify(
            @PathParam("token") String token,
            @QueryParam("hub.mode") @Nullable String mode,
            @QueryParam("hub.topic") @Nullable String topic,
            @QueryParam("hub.challenge") @Nullable String challenge,
            @QueryParam("hub.lease_seconds") @Nullable String leaseSeconds,
            @QueryParam("hub.reason") @Nullable String reason) {
        Verdict verdict = subscriber.judge(token, new Intent(mode, topic, challenge, leaseSeconds, reason));
        if (verdict instanceof Verdict.NotOurs) {
            throw ApiProblem.noSuchCallback();
        }
        String answer = verdict instanceof Verdict.Confirmed confirmed ? confirmed.challenge() : "";
        return Response.ok(answer, MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "A hub sends what is new in a feed",
            description = "WebSub §7. What is not signed with the secret of the subscription is answered like what is, "
                    + "and passed over. A hub on plain http is told no secret: whatever it sends has the feed polled "
                    + "soon, and is not read.")
    @APIResponse(responseCode = "202", description = "Taken, or passed over")
    @APIResponse(responseCode = "404", description = "No such subscription")
    @APIResponse(responseCode = "408", description = "The body took longer than bellwether.fetch.total-timeout")
    @APIResponse(responseCode = "410", description = "The subscription has ended")
    @APIResponse(responseCode = "413", description = "The body is larger than bellwether.fetch.max-bytes")
    @APIResponse(responseCode = "503", description = "It can neither be taken nor noted now; send it again")
    public Response push(@PathParam("token") String token, InputStream body, @Context HttpHeaders headers)
            throws IOException, InterruptedException {
        Subscription subscription = subscribed(token);
        if (subscription.state() == Subscription.State.LEAVING) {
            metrics.came(Outcome.UNKNOWN);
            throw ApiProblem.callbackGone();
        }
        if (!subscription.isSigned()) {
            subscriber.hinted(subscription);
            metrics.came(Outcome.HINTED);
            return Response.accepted().build();
        }
        try (Room room = headroom.ofPreview(PATIENCE)) {
            byte[] bytes = largest.read(body, room);
            metrics.came(take(subscription, bytes, headers, room));
        } catch (NoRoomException e) {
            throw e;
        } catch (IOException e) {
            throw ApiProblem.brokenOff();
        }
        return Response.accepted().build();
    }

    private Subscription subscribed(String token) {
        return subscriber.at(token).orElseThrow(() -> {
            metrics.came(Outcome.UNKNOWN);
            return ApiProblem.noSuchCallback();
        });
    }

    private Outcome take(Subscription subscription, byte[] bytes, HttpHeaders headers, Room room)
            throws InterruptedException {
        List<String> signatures = SIGNATURES.stream()
                .flatMap(name -> Stream.ofNullable(headers.getRequestHeader(name)))
                .flatMap(List::stream)
                .toList();
        if (!HubSignature.isOf(subscription, signatures, bytes)) {
            return Outcome.IGNORED_SIGNATURE;
        }
        FeedDocument document =
                new FeedDocument(bytes, StatedContentType.of(headers), language(headers), subscription.topic());
        // A feed that is not in the catalogue here may be in another instance's, which polls it then.
        Optional<Feed> feed = board.catalogue().byId(subscription.feedId()).filter(Feed::enabled);
        boolean taken =
                feed.isPresent() && intake.take(feed.get(), document, room).isPresent();
        subscriber.pushed(subscription, taken);
        return taken ? Outcome.ACCEPTED : Outcome.DEFERRED;
    }

    private static Map<String, String> language(HttpHeaders headers) {
        @Nullable String language = headers.getHeaderString(HttpHeaders.CONTENT_LANGUAGE);
        return language == null ? Map.of() : Map.of("content-language", language);
    }
}
