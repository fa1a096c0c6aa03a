package org.bellwether.ingest.push;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a hub says when it asks whether a request was meant, or refuses one (WebSub §5.2, §5.3).
 *
 * @param mode {@code subscribe | unsubscribe | denied}
 * @param topic the feed's address as the hub knows it
 * @param challenge to be sent back when it was meant
 * @param leaseSeconds how long the subscription lasts
 * @param reason of a refusal
 */
public record Intent(
        @Nullable String mode,
        @Nullable String topic,
        @Nullable String challenge,
        @Nullable String leaseSeconds,
        @Nullable String reason) {

    private static final int LONGEST_CHALLENGE = 2_000;
    private static final int LONGEST_REASON = 200;
    private static final int MOST_DIGITS = 9;
    private static final Duration LONGEST_LEASE = Duration.ofDays(90);

    boolean is(String other) {
        return other.equals(mode);
    }

    boolean isAbout(Subscription subscription) {
        return subscription.topic().toString().equals(topic);
    }

    Optional<String> echo() {
        return Optional.ofNullable(challenge).filter(sent -> !sent.isEmpty() && sent.length() <= LONGEST_CHALLENGE);
    }

    /** What the hub says, within reason; what was asked for where it says nothing. */
    Duration lease(Duration asked) {
        boolean number = leaseSeconds != null
                && leaseSeconds.length() <= MOST_DIGITS
                && !leaseSeconds.isEmpty()
                && leaseSeconds.chars().allMatch(c -> c >= '0' && c <= '9');
        Duration stated = number && leaseSeconds != null ? Duration.ofSeconds(Long.parseLong(leaseSeconds)) : asked;
        if (stated.isZero()) {
            return asked;
        }
        return stated.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : stated;
    }

    /** A line of text, of which no more is kept than people read. */
    @Nullable
    String reasonShown() {
        if (reason == null || reason.isBlank()) {
            return null;
        }
        String line = reason.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
    }
}
