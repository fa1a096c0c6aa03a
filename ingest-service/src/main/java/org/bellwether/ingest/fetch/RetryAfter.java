package org.bellwether.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;

/** {@code Retry-After} (RFC 9110 §10.2.3): seconds, or a date in one of the three forms of HTTP. */
final class RetryAfter {

    private static final long MOST_SECONDS = 999_999_999;

    private RetryAfter() {}

    /** The wait from now; empty when the value is neither form, zero when its date has passed. */
    static Optional<Duration> parse(String value, Instant now) {
        String stated = value.strip();
        if (stated.matches("\\d+")) {
            // Nobody means more than nine digits, thirty years; but who sends them does not want to be asked.
            return Optional.of(Duration.ofSeconds(stated.length() > 9 ? MOST_SECONDS : Long.parseLong(stated)));
        }
        return Optional.ofNullable(DateUtils.parseStandardDate(stated))
                .map(at -> at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO);
    }
}
