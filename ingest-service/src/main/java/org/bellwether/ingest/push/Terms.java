package org.bellwether.ingest.push;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * On what terms feeds are subscribed.
 *
 * @param callback address under which hubs reach this service, without the path; null when there is none, and no feed is
 *     subscribed
 * @param lease how long a subscription is asked to last
 */
public record Terms(@Nullable URI callback, Duration lease) {

    private static final String PATH = "/websub/";

    public Terms {
        if (lease.toSeconds() <= 0) {
            throw new IllegalArgumentException("a lease must last some time, not " + lease);
        }
    }

    /** Whether feeds are subscribed at all. */
    public boolean areGiven() {
        return callback != null;
    }

    String callbackOf(Credentials credentials) {
        String base = Objects.requireNonNull(callback).toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + PATH + credentials.token();
    }
}
