package org.bellwether.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;

/** {@code Retry-After} (RFC 9110 §10.2.3): seconds, or a date in one of the three forms of HTTP. */
final class RetryAfter {

    private RetryAfter() {}

    /** The wait from now; empty when the value is neither form, zero when its date has passed. */
    static Optional<Duration> parse(String value, Instant now) {
        String stated = value.strip();
        if (stated.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(stated)));
        }
        return Optional.ofNullable(DateUtils.parseStandardDate(stated))
                .map(at -> at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO);
    }
}
