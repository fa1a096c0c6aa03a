package org.bellwether.classify.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much waits for people to judge it. */
@ConfigMapping(prefix = "bellwether.review")
public interface ReviewSettings {

    /** How old an item may be that is still shown for review. */
    @WithDefault("P30D")
    Duration keep();

    /** How many items are kept for review; beyond that the oldest go. */
    @WithDefault("20000")
    int most();
}
