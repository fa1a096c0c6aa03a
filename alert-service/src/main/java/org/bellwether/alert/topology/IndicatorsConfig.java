package org.bellwether.alert.topology;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the indicators come from. */
@ConfigMapping(prefix = "bellwether")
interface IndicatorsConfig {

    /** Path of the indicators' YAML file; the shipped {@code indicators.yaml} when not set. */
    Optional<Path> indicators();
}
