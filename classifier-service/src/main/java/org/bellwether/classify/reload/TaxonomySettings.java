package org.bellwether.classify.reload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where the taxonomy comes from. */
@ConfigMapping(prefix = "bellwether")
public interface TaxonomySettings {

    /** YAML file that replaces the shipped taxonomy. */
    Optional<Path> taxonomy();

    /** How often that file is looked at for changes; {@code off} where only {@code POST /api/taxonomy/reload} is to read it. */
    @WithDefault("10s")
    String taxonomyCheck();

    /** Whether what was learned from labelled items, of issues and of acts, is asked; without it the taxonomy's rules decide alone. */
    @WithDefault("true")
    boolean learnedOpinion();
}
