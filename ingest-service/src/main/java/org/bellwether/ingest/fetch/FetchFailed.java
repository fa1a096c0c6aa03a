package org.bellwether.ingest.fetch;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * There is no body to parse.
 *
 * @param diagnosis what happened and the way out, in one sentence
 * @param status the HTTP status where one was received, else 0
 * @param retryAfterOrNull how long the server asked to be left alone (RFC 9110 §10.2.3), if it did; zero for a 429 or 503 that does not say
 * @param chain the redirects that led there
 */
public record FetchFailed(
        FailureKind kind,
        String diagnosis,
        int status,
        @Nullable Duration retryAfterOrNull,
        Chain chain) implements FetchResult {

    FetchFailed(FailureKind kind, String diagnosis) {
        this(kind, diagnosis, 0, null, Chain.NONE);
    }

    /** The server's {@code Retry-After}, from now. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfterOrNull);
    }

    FetchFailed at(int answered, @Nullable Duration retryAfter) {
        return new FetchFailed(kind, diagnosis, answered, retryAfter, chain);
    }

    FetchFailed after(Chain taken) {
        return new FetchFailed(kind, diagnosis, status, retryAfterOrNull, taken);
    }
}
