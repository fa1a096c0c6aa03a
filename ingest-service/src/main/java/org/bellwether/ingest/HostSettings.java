package org.bellwether.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.bellwether.ingest.host.HostLimits;

/** How much is asked of one publisher's host, over all of its feeds, listings and articles. */
@ConfigMapping(prefix = "bellwether.host")
public interface HostSettings {

    /** Requests to one host under way at once. */
    @WithDefault("2")
    int concurrency();

    /** Requests that a host left alone for a while takes in a row. */
    @WithDefault("20")
    int burst();

    /** Between two requests after that; feeds with an interval under a minute are exempt, since whoever sets that owns the host. */
    @WithDefault("200ms")
    Duration pause();

    /** The limits as the budgets take them. */
    default HostLimits limits() {
        return new HostLimits(concurrency(), burst(), pause());
    }
}
