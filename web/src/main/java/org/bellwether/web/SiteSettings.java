package org.bellwether.web;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the service is to be found. */
@ConfigMapping(prefix = "bellwether")
public interface SiteSettings {

    /** The address that browsers see, where that is not the one they ask for by {@code Host}, as behind some proxies. */
    Optional<String> publicUrl();
}
