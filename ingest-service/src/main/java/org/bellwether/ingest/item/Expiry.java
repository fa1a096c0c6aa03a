package org.bellwether.ingest.item;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What of the memory of items has served its time. An item that was not seen for long has left its feed only if the feed was read
 * meanwhile and showed others: one that answers 304 for months, not at all, or with an empty document, may show the same entries when it
 * is read again.
 *
 * @param now (UTC)
 * @param remember how long an item that left its feed is remembered
 * @param read feeds that were read, and showed entries, since {@link #readFrom} of the same time, by id
 */
public record Expiry(Instant now, Duration remember, Set<String> read) {

    /** Of a feed that nobody reads any more its items are remembered so many times as long, and not for ever. */
    private static final int UNREAD_TIMES = 4;

    /** Two instances that publish one article do it within seconds. */
    private static final Duration CLAIMED = Duration.ofDays(1);

    public Expiry {
        read = Set.copyOf(read);
    }

    /** From when on a feed must have been read for its items of before to be known as gone: what still stood in it was seen again then. */
    public static Instant readFrom(Instant now, Duration remember) {
        return now.minus(remember).plus(Gleaning.REMEMBER_AGAIN);
    }

    /** Since when an item was not seen that has left its feed. */
    Instant left() {
        return now.minus(remember);
    }

    /** From when on anything is remembered, whatever its feed does. */
    public Instant unread() {
        return now.minus(remember.multipliedBy(UNREAD_TIMES));
    }

    /** Until when claims are of no use any more. */
    Instant claimed() {
        return now.minus(CLAIMED);
    }
}
