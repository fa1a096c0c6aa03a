package org.bellwether.ingest.api;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.StoreRefusedException;
import org.bellwether.ingest.push.Subscriber;

/** How feeds' subscriptions stand, as they are shown. */
@Singleton
public final class FeedPushes {

    private final Subscriber subscriber;
    private final InstantSource clock;

    public FeedPushes(Subscriber subscriber, InstantSource clock) {
        this.subscriber = subscriber;
        this.clock = clock;
    }

    /** Empty when the feed has none, or the store that knows is away or refuses: what else is known of the feed is shown all the same. */
    Optional<PushView> of(String feedId) {
        try {
            return subscriber.of(feedId).map(subscription -> PushView.of(subscription, clock.instant()));
        } catch (BackendAwayException | StoreRefusedException e) {
            return Optional.empty();
        }
    }
}
