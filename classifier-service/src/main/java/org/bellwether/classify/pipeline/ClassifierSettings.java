package org.bellwether.classify.pipeline;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the classifier. */
@ConfigMapping(prefix = "bellwether")
public interface ClassifierSettings {

    /** YAML file that replaces the shipped taxonomy. */
    Optional<Path> taxonomy();
}
