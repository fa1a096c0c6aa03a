package org.bellwether.alert.channel;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** What an HTTP answer to a post means for the delivery. */
final class HttpAnswers {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int GONE = 410;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private HttpAnswers() {}

    /**
     * @param retryAfter the header's value, empty where there is none
     */
    static Outcome outcome(int status, String retryAfter, Instant now) {
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered();
        }
        if (status == GONE) {
            return new Outcome.Rejected("410 Gone: the receiver no longer exists");
        }
        if (status >= 500 || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT || status == TOO_EARLY) {
            return new Outcome.Retry(wait(retryAfter, now), "answered " + status);
        }
        if (status >= 300 && status < 400) {
            return new Outcome.Rejected("answered " + status + "; redirects are not followed, subscribe its target");
        }
        return new Outcome.Rejected("answered " + status);
    }

    /** Seconds or an HTTP date (RFC 9110, 10.2.3), at most six hours; zero for neither. */
    private static Duration wait(String retryAfter, Instant now) {
        Duration wait = Duration.ZERO;
        String value = retryAfter.strip();
        try {
            wait = value.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeParseException e) {
            // Not a form the RFC knows: as good as absent.
            return Duration.ZERO;
        }
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
