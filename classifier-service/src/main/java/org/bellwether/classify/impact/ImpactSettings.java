package org.bellwether.classify.impact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What trying out a draft may cost. */
@ConfigMapping(prefix = "bellwether.impact")
public interface ImpactSettings {

    /** How long items are read and classified at most; what is not reached by then is left out, and the answer says so. */
    @WithDefault("2m")
    Duration time();
}
