package org.bellwether.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often feeds are polled. */
@ConfigMapping(prefix = "bellwether.poll")
public interface PollSettings {

    /** From the start of one poll of a feed to the start of the next; a feed's own {@code interval} overrides it. */
    @WithDefault("PT10M")
    Duration interval();

    /** Longest wait for a feed that fails again and again (a server's {@code Retry-After} may ask for more, up to a day). */
    @WithDefault("PT6H")
    Duration ceiling();

    /** How many feeds are polled at once at most. */
    @WithDefault("32")
    int workers();

    /** How long an item that left its feed is remembered; one that comes back later counts as new. */
    @WithDefault("P90D")
    Duration remember();
}
