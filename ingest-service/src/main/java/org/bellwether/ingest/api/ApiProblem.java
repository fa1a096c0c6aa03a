package org.bellwether.ingest.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.time.Instant;
import org.bellwether.ingest.catalogue.CatalogueEntry;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.fetch.FetchFailed;
import org.bellwether.ingest.fetch.Postponed;
import org.bellwether.ingest.opml.MalformedOpmlException;
import org.bellwether.ingest.parse.Unreadable;
import org.bellwether.web.Problems;
import org.bellwether.web.Violation;

/** The errors of this API, each with what is wrong and the way out. */
final class ApiProblem {

    /** For who sent what is no feed. */
    static final String TO_GIVE_AN_ADDRESS =
            " To have a feed fetched, send {\"url\": \"https://…\"} as application/json.";

    private static final int UNPROCESSABLE = 422;
    private static final int NO_ROOM_SECONDS = 5;

    private ApiProblem() {}

    static HttpProblem invalid(String field, String message) {
        return Problems.invalid(new Violation(field, message));
    }

    static HttpProblem noSuchFeed(String id) {
        return HttpProblem.builder()
                .withStatus(Status.NOT_FOUND)
                .withTitle("No such feed")
                .withDetail("The catalogue has no feed \"" + id + "\"; GET /api/feeds lists them.")
                .build();
    }

    /** A hub, or somebody who tries addresses, asks for what nobody here has asked for. */
    static HttpProblem noSuchCallback() {
        return HttpProblem.builder()
                .withStatus(Status.NOT_FOUND)
                .withTitle("No such subscription")
                .withDetail("Nothing that fits this request was subscribed at this address.")
                .build();
    }

    /** The subscription is over; a hub may take that for its end. */
    static HttpProblem callbackGone() {
        return HttpProblem.builder()
                .withStatus(Status.GONE)
                .withTitle("No longer subscribed")
                .withDetail("The subscription of this address has ended; send nothing more.")
                .build();
    }

    /** Nobody is there any more to read this; it is for the log, where it is no fault of ours. */
    static HttpProblem brokenOff() {
        return HttpProblem.builder()
                .withStatus(Status.BAD_REQUEST)
                .withTitle("The body broke off")
                .withDetail("The connection ended before the body did; send it again.")
                .build();
    }

    static HttpProblem tooSlow(long seconds) {
        return HttpProblem.builder()
                .withStatus(Status.REQUEST_TIMEOUT)
                .withTitle("The body took too long")
                .withDetail("It has to be sent within " + seconds + " seconds (bellwether.fetch.total-timeout).")
                .build();
    }

    static HttpProblem disabled(CatalogueEntry entry) {
        Feed feed = entry.feed();
        String why = feed.reason() == null ? "" : " (" + feed.reason() + ")";
        String wayOut = entry.pause().isPresent()
                ? "Have it resumed: POST /api/feeds/" + feed.id() + "/resume."
                : "Enable it: PATCH /api/feeds/" + feed.id() + " with {\"enabled\": true}.";
        return HttpProblem.builder()
                .withStatus(Status.CONFLICT)
                .withTitle("The feed is disabled")
                .withDetail("\"" + feed.id() + "\" is not polled" + why + ". " + wayOut)
                .build();
    }

    static HttpProblem malformed(MalformedOpmlException refused) {
        return HttpProblem.builder(invalid("body", "line " + refused.line() + ": " + refused.getMessage()))
                .with("line", refused.line())
                .build();
    }

    static HttpProblem beingPolled(Feed feed) {
        return HttpProblem.builder()
                .withStatus(Status.CONFLICT)
                .withTitle("The feed is being polled")
                .withDetail(
                        "\"" + feed.id() + "\" is just being polled, or polling has not begun; ask again in a moment.")
                .build();
    }

    static HttpProblem polledElsewhere(Feed feed, String instance) {
        return HttpProblem.builder()
                .withStatus(Status.CONFLICT)
                .withTitle("Another instance polls the feed")
                .withDetail("\"" + feed.id() + "\" is polled by the instance \"" + instance
                        + "\"; ask that one to replay it, with the same request.")
                .with("holder", instance)
                .build();
    }

    static HttpProblem tooLarge(long limit) {
        return HttpProblem.builder()
                .withStatus(Status.REQUEST_ENTITY_TOO_LARGE)
                .withTitle("The feed is too large")
                .withDetail("A feed may have at most " + limit + " bytes (bellwether.fetch.max-bytes).")
                .build();
    }

    static HttpProblem noRoom() {
        return HttpProblem.builder()
                .withStatus(Status.SERVICE_UNAVAILABLE)
                .withTitle("No room for the feed now")
                .withDetail(
                        "Too many large feeds are being read at once; ask again in " + NO_ROOM_SECONDS + " seconds.")
                .withHeader(HttpHeaders.RETRY_AFTER, NO_ROOM_SECONDS)
                .build();
    }

    /**
     * What was given is no feed.
     *
     * @param hint what else could have been given; possibly empty
     */
    static HttpProblem unreadable(Unreadable document, String hint) {
        return HttpProblem.builder()
                .withStatus(UNPROCESSABLE)
                .withTitle("Not a readable feed")
                .withDetail(document.message() + hint)
                .with("code", document.code())
                .with("seems", document.seems())
                .build();
    }

    /** The publisher's host is not to be asked now. */
    static HttpProblem postponed(Postponed postponed, Instant now) {
        long seconds = Math.max(1, Duration.between(now, postponed.until()).toSeconds() + 1);
        return HttpProblem.builder()
                .withStatus(Status.SERVICE_UNAVAILABLE)
                .withTitle("The feed cannot be fetched now")
                .withDetail(postponed.reason() + "; ask again in " + seconds + " seconds, or send the document itself.")
                .withHeader(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    static HttpProblem notFetched(FetchFailed failed) {
        return HttpProblem.builder()
                .withStatus(UNPROCESSABLE)
                .withTitle("The feed could not be fetched")
                .withDetail(failed.diagnosis())
                .with("code", failed.kind().label())
                .build();
    }
}
