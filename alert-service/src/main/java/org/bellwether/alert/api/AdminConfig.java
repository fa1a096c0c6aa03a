package org.bellwether.alert.api;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may manage the service. */
@ConfigMapping(prefix = "bellwether.admin")
interface AdminConfig {

    /** Password of the user {@code admin}. There is none by default, and then nobody may manage. */
    Optional<String> password();
}
