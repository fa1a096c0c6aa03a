package org.bellwether.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;

/**
 * {@code Retry-After} (RFC 9110 §10.2.3): seconds, or a date in one of the three forms of HTTP. Some servers send the date as seconds since 1970; a
 * number that is one within ten years of now is read so, as nobody means to be asked in fifty years.
 */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofSeconds(999_999_999);
    private static final int LONGEST_DIGITS = 9;
    private static final int EPOCH_DIGITS = 10;
    private static final Duration PLAUSIBLE = Duration.ofDays(3650);

    private RetryAfter() {}

    /** The wait from now; empty when the value is neither form, zero when its date has passed. */
    static Optional<Duration> parse(String value, Instant now) {
        String stated = value.strip();
        if (stated.matches("\\d+")) {
            return Optional.of(wait(stated.replaceFirst("^0+(?=.)", ""), now));
        }
        return Optional.ofNullable(DateUtils.parseStandardDate(stated)).map(at -> until(at, now));
    }

    private static Duration wait(String digits, Instant now) {
        if (digits.length() <= LONGEST_DIGITS) {
            return Duration.ofSeconds(Long.parseLong(digits));
        }
        if (digits.length() == EPOCH_DIGITS) {
            Instant at = Instant.ofEpochSecond(Long.parseLong(digits));
            if (Duration.between(now, at).abs().compareTo(PLAUSIBLE) <= 0) {
                return until(at, now);
            }
        }
        // Nobody means more than nine digits, thirty years; but who sends them does not want to be asked.
        return LONGEST;
    }

    private static Duration until(Instant at, Instant now) {
        return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
    }
}
