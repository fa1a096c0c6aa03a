package org.bellwether.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.bellwether.ingest.push.Terms;

/** Whether feeds that name a hub are pushed by it (W3C WebSub). */
@ConfigMapping(prefix = "bellwether.websub")
public interface WebSubSettings {

    /**
     * Address under which hubs on the Internet reach this service, such as {@code https://ingest.example.org}; they call
     * {@code /websub/…} below it, and nothing else of this service need be reachable. Where none is given no feed is
     * subscribed.
     */
    Optional<String> callback();

    /** How long a subscription is asked to last; it is renewed when four fifths of what the hub grants are over. */
    @WithDefault("P10D")
    Duration lease();

    /** The terms as the subscriber takes them. */
    default Terms terms() {
        return new Terms(CallbackAddress.of(callback()).orElse(null), lease());
    }
}
