package org.bellwether.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/**
 * How long an answer stays fresh for a private cache (RFC 9111 §4.2): {@code max-age}, else {@code Expires} minus {@code Date}, less the
 * {@code Age} it came with. An answer that must not be kept, or be asked for anew each time, says nothing of when it will change.
 */
final class Freshness {

    /** Above, RFC 9111 §1.2.2 lets a number mean "very long". */
    private static final long LONGEST_SECONDS = 1L << 31;

    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,18})");
    private static final Pattern UNKEPT = Pattern.compile("(?:^|[,\\s])no-(?:cache|store)\\s*(?:,|$)");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,18}");

    private Freshness() {}

    static Optional<Duration> left(FeedHeaders headers, Instant received) {
        String control = headers.first("cache-control").orElse("").toLowerCase(Locale.ROOT);
        if (UNKEPT.matcher(control).find()) {
            return Optional.empty();
        }
        Matcher maxAge = MAX_AGE.matcher(control);
        Optional<Duration> lifetime =
                maxAge.find() ? Optional.of(seconds(maxAge.group(1))) : untilExpiry(headers, received);
        return lifetime.map(whole -> whole.minus(age(headers))).map(left -> left.isNegative() ? Duration.ZERO : left);
    }

    /** How long an intermediary has kept the answer; zero when none says so. */
    static Duration age(FeedHeaders headers) {
        return headers.first("age")
                .map(value -> value.split(",", 2)[0].strip())
                .filter(value -> SECONDS.matcher(value).matches())
                .map(Freshness::seconds)
                .orElse(Duration.ZERO);
    }

    private static Optional<Duration> untilExpiry(FeedHeaders headers, Instant received) {
        Optional<String> stated = headers.first("expires");
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        @Nullable Instant expires = DateUtils.parseStandardDate(stated.get());
        if (expires == null) {
            // RFC 9111 §5.3: a date that is none, "0" above all, lies in the past.
            return Optional.of(Duration.ZERO);
        }
        Instant date = headers.first("date").map(DateUtils::parseStandardDate).orElse(received);
        return Optional.of(Duration.between(date, expires))
                .map(life -> life.toSeconds() > LONGEST_SECONDS ? Duration.ofSeconds(LONGEST_SECONDS) : life);
    }

    private static Duration seconds(String digits) {
        return Duration.ofSeconds(Math.min(LONGEST_SECONDS, Long.parseLong(digits)));
    }
}
