package org.bellwether.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of an answer say of when and where to come again.
 *
 * @param freshForOrNull see {@link #freshFor}
 * @param clockSkewOrNull see {@link #clockSkew}
 * @param links the {@code hub} and {@code self} links of {@code Link} headers
 */
public record ServerHints(
        @Nullable Duration freshForOrNull, @Nullable Duration clockSkewOrNull, List<WebLink> links) {

    /** No hint at all. */
    public static final ServerHints NONE = new ServerHints(null, null, List.of());

    public ServerHints {
        links = List.copyOf(links);
    }

    /**
     * Reads them.
     *
     * @param base what relative links are relative to
     * @param received when the answer came, by our clock
     */
    static ServerHints of(FeedHeaders headers, URI base, Instant received) {
        return new ServerHints(
                Freshness.left(headers, received).orElse(null),
                skew(headers, received).orElse(null),
                WebLink.parse(headers.first("link").orElse(""), base));
    }

    /** What headers that came by another way say of when to come again, as of an answer received now. */
    public static ServerHints ofFreshness(FeedHeaders headers, Instant now) {
        return new ServerHints(Freshness.left(headers, now).orElse(null), null, List.of());
    }

    /** How long the answer stays fresh from now (RFC 9111 §4.2); zero when it is stale, empty when it does not say or forbids to say. */
    public Optional<Duration> freshFor() {
        return Optional.ofNullable(freshForOrNull);
    }

    /**
     * How far the server's clock is ahead of ours, negative when behind. Whole seconds, the transfer included; and an intermediary that keeps
     * answers without saying so (RFC 9111 §5.1) looks like a clock that is behind.
     */
    public Optional<Duration> clockSkew() {
        return Optional.ofNullable(clockSkewOrNull);
    }

    /** The hubs that push this feed (WebSub §4). */
    public List<URI> hubs() {
        return links.stream()
                .filter(link -> link.has("hub"))
                .map(WebLink::target)
                .toList();
    }

    /** The address under which hubs know this feed. */
    public Optional<URI> self() {
        return links.stream()
                .filter(link -> link.has("self"))
                .map(WebLink::target)
                .findFirst();
    }

    private static Optional<Duration> skew(FeedHeaders headers, Instant received) {
        return headers.first("date")
                .map(DateUtils::parseStandardDate)
                .map(date -> Duration.between(received, date.plus(Freshness.age(headers))));
    }
}
