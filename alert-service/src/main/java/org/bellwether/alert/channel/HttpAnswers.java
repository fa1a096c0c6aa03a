package org.bellwether.alert.channel;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;

/**
 * What an HTTP answer to a post means for the delivery. Only what no waiting can mend is final: a receiver that is being
 * deployed answers 404 for a while, one whose keys change 401 or 403, one under repair redirects.
 */
final class HttpAnswers {

    private static final int GONE = 410;
    /** Bad Request, Content Too Large, Unprocessable Content: the same post would be answered the same for ever. */
    private static final Set<Integer> THE_POST_IS_TO_BLAME = Set.of(400, 413, 422);

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
        if (THE_POST_IS_TO_BLAME.contains(status)) {
            return new Outcome.Rejected("answered " + status);
        }
        String hint = status >= 300 && status < 400 ? "; redirects are not followed, subscribe its target" : "";
        return new Outcome.Retry(wait(retryAfter, now), "answered " + status + hint);
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
