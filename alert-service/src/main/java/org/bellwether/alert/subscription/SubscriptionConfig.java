package org.bellwether.alert.subscription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who may subscribe, and how often they may ask. */
@ConfigMapping(prefix = "bellwether.subscriptions")
public interface SubscriptionConfig {

    /**
     * Subscriptions that exist from the start, confirmed, each {@code email:<address>}, {@code slack:<URL>} or
     * {@code webhook:<URL>}. One that is taken out of the list ends. A URL that is not public needs
     * {@code bellwether.delivery.allow} too.
     */
    Optional<List<String>> preset();

    /** Language of messages to preset subscriptions: {@code en} or {@code ko}. */
    @WithDefault("en")
    String presetLanguage();

    /** Requests to subscribe that one network address may make in an hour. */
    @WithDefault("20")
    int perClient();

    /** Messages that one mail address or URL may be sent in an hour because somebody asked to subscribe it. */
    @WithDefault("3")
    int perAddress();

    /** How long the link to confirm works. */
    @WithDefault("PT48H")
    Duration confirmWithin();

    /** How long a request that nobody confirms is remembered; longer than the link works. */
    @WithDefault("P7D")
    Duration keepPending();
}
