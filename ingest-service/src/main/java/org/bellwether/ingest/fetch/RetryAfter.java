package org.bellwether.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;

/**
 * {@code Retry-After} (RFC 9110 §10.2.3): seconds, or a date in one of the three forms of HTTP. Some servers send milliseconds, or the date as seconds
 * or milliseconds since 1970. A date within ten years of now is read so, as nobody means to be asked in fifty years; and a number of more than a
 * day that ends in three noughts, but is no number of days, is one of milliseconds: 900000 is a quarter of an hour, and not ten days.
 */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofSeconds(999_999_999);
    private static final int LONGEST_DIGITS = 9;
    private static final int EPOCH_DIGITS = 10;
    private static final int EPOCH_MILLIS_DIGITS = 13;
    private static final Duration PLAUSIBLE = Duration.ofDays(3650);
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final long YEAR = 366 * DAY;

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
            long stated = Long.parseLong(digits);
            return isOfMillis(stated) ? Duration.ofMillis(stated) : Duration.ofSeconds(stated);
        }
        // Nobody means more than nine digits, thirty years; but who sends them does not want to be asked.
        return epoch(digits)
                .filter(at -> Duration.between(now, at).abs().compareTo(PLAUSIBLE) <= 0)
                .map(at -> until(at, now))
                .orElse(LONGEST);
    }

    private static boolean isOfMillis(long stated) {
        boolean days = stated % DAY == 0 && stated <= YEAR;
        return stated > DAY && stated % 1_000 == 0 && !days;
    }

    private static Optional<Instant> epoch(String digits) {
        return switch (digits.length()) {
            case EPOCH_DIGITS -> Optional.of(Instant.ofEpochSecond(Long.parseLong(digits)));
            case EPOCH_MILLIS_DIGITS -> Optional.of(Instant.ofEpochMilli(Long.parseLong(digits)));
            default -> Optional.empty();
        };
    }

    private static Duration until(Instant at, Instant now) {
        return at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO;
    }
}
