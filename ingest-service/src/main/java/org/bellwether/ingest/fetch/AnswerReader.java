package org.bellwether.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.bellwether.egress.WebAddress;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.host.HostBudgets;
import org.jspecify.annotations.Nullable;

/** Makes of a response what it means, and lets the host's budget learn from it. */
final class AnswerReader {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** They are kept with the document, and are no part of what is bounded as such. */
    private static final int MOST_HEADER_CHARS = 64 << 10;

    private static final Pattern RANGE = Pattern.compile("(?i)bytes\\s+0-(\\d{1,18})/(\\d{1,18})");

    private final FetchLimits limits;
    private final InstantSource clock;
    private final HostBudgets budgets;
    private final BodyReader bodies;

    AnswerReader(FetchLimits limits, InstantSource clock, HostBudgets budgets) {
        this.limits = limits;
        this.clock = clock;
        this.budgets = budgets;
        this.bodies = new BodyReader(limits);
    }

    /**
     * Reads an answer to its end where there is a use for it.
     *
     * @throws IOException when the transfer breaks off, or a limit is passed
     */
    Answer read(URI url, ClassicHttpResponse response, FetchRequest request, Trail trail, Room room)
            throws IOException {
        int status = response.getCode();
        FeedHeaders headers = headers(response);
        Instant now = clock.instant();
        @Nullable
        Duration retryAfter = headers.first(HttpHeaders.RETRY_AFTER)
                .flatMap(value -> RetryAfter.parse(value, now))
                .orElse(null);
        budgets.answered(url, status, retryAfter);
        if (status == 206 && !isWhole(headers)) {
            return new Answer.Final(StatusDiagnosis.ofPart(status, WebAddress.host(url)));
        }
        if (status >= 200 && status < 300) {
            return new Answer.Final(body(url, response, headers, request.wanted(), trail, room));
        }
        if (status == 304 && !request.validators().equals(Validators.NONE)) {
            return new Answer.Final(new NotModified(
                    headers,
                    validators(headers).or(request.validators()),
                    trail.chain(),
                    ServerHints.of(headers, url, now)));
        }
        Optional<String> location = headers.first(HttpHeaders.LOCATION).filter(value -> !value.isEmpty());
        if (REDIRECTS.contains(status) && location.isPresent()) {
            return new Answer.Moved(status, location.get());
        }
        boolean saysWhen = retryAfter != null && !retryAfter.isZero();
        // Of another host than the one whose leave it came with, that host's own budget takes note.
        boolean unsaid = (status == 429 || status == 503)
                && !saysWhen
                && trail.chain().steps().isEmpty();
        @Nullable Duration wait = saysWhen ? retryAfter : unsaid ? Duration.ZERO : null;
        return new Answer.Final(failure(url, response, headers, saysWhen).at(status, wait));
    }

    private FetchResult body(
            URI url, ClassicHttpResponse response, FeedHeaders headers, Wanted wanted, Trail trail, Room room)
            throws IOException {
        int status = response.getCode();
        if (!wanted.takes(headers.contentType().orElse(""))) {
            return StatusDiagnosis.ofType(headers.contentType(), status, WebAddress.host(url));
        }
        @Nullable HttpEntity entity = response.getEntity();
        if (entity != null && entity.getContentLength() > limits.maxWireBytes()) {
            throw new OversizeException(
                    FailureKind.TOO_LARGE, "it announced " + Sizes.shown(entity.getContentLength()));
        }
        CountedStream wire = new CountedStream(
                entity == null ? InputStream.nullInputStream() : entity.getContent(), limits.maxWireBytes());
        byte[] body = bodies.read(wire, encoding(headers), room);
        byte[] start = body.length <= Challenge.LOOKED_AT ? body : Arrays.copyOf(body, Challenge.LOOKED_AT);
        Optional<String> challenger = Challenge.of(status, headers, start, body.length);
        if (challenger.isPresent()) {
            return StatusDiagnosis.ofChallenge(challenger.get(), status, WebAddress.host(url));
        }
        return new Fetched(
                url,
                status,
                headers,
                body,
                validators(headers),
                trail.chain(),
                ServerHints.of(headers, url, clock.instant()),
                wire.count());
    }

    private FetchFailed failure(URI url, ClassicHttpResponse response, FeedHeaders headers, boolean saysWhen)
            throws IOException {
        int status = response.getCode();
        @Nullable HttpEntity entity = response.getEntity();
        byte[] start = entity == null || status < 400
                ? new byte[0]
                : bodies.start(entity.getContent(), encoding(headers), Challenge.LOOKED_AT);
        return Challenge.of(status, headers, start, start.length)
                .map(who -> StatusDiagnosis.ofChallenge(who, status, WebAddress.host(url)))
                .orElseGet(() -> StatusDiagnosis.of(status, WebAddress.host(url), saysWhen));
    }

    /** A part was not asked for (RFC 9110 §14.2); what calls itself one, and is all there is, will do. */
    private static boolean isWhole(FeedHeaders headers) {
        Matcher range = RANGE.matcher(
                headers.first(HttpHeaders.CONTENT_RANGE).orElse("").strip());
        return range.matches() && Long.parseLong(range.group(1)) + 1 == Long.parseLong(range.group(2));
    }

    private static String encoding(FeedHeaders headers) {
        return headers.first(HttpHeaders.CONTENT_ENCODING).orElse("");
    }

    private static Validators validators(FeedHeaders headers) {
        return new Validators(
                headers.first(HttpHeaders.ETAG).orElse(null),
                headers.first(HttpHeaders.LAST_MODIFIED).orElse(null));
    }

    private static FeedHeaders headers(ClassicHttpResponse response) throws OversizeException {
        Map<String, String> values = new HashMap<>();
        int chars = 0;
        for (Header header : response.getHeaders()) {
            chars += header.getName().length() + header.getValue().length();
            if (chars > MOST_HEADER_CHARS) {
                throw new OversizeException(
                        FailureKind.TOO_LARGE, "its headers are longer than " + Sizes.shown(MOST_HEADER_CHARS));
            }
            values.merge(header.getName(), header.getValue(), (first, second) -> first + ", " + second);
        }
        return new FeedHeaders(values);
    }
}
