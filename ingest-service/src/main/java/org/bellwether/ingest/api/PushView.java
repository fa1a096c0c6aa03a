package org.bellwether.ingest.api;

import java.time.Instant;
import org.bellwether.ingest.push.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * How a feed's subscription at its hub stands; never its token or secret.
 *
 * @param state {@code pending | active | denied | lapsed | leaving}
 * @param hub that is asked
 * @param leaseUntil when it ends unless renewed (UTC)
 * @param lastPush when the hub last sent something (UTC)
 * @param reason why no hub confirms it, by the last that said so
 */
public record PushView(
        String state,
        String hub,
        @Nullable Instant leaseUntil,
        @Nullable Instant lastPush,
        @Nullable String reason) {

    static PushView of(Subscription subscription, Instant now) {
        return new PushView(
                subscription.stateAt(now).label(),
                subscription.hub().toString(),
                subscription.leaseUntil(),
                subscription.lastPush(),
                subscription.reason());
    }
}
