package org.bellwether.web;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may manage the service. */
@ConfigMapping(prefix = "bellwether.admin")
public interface AdminSettings {

    /** Password of the user {@code admin}. There is none by default, and then nobody may manage. */
    Optional<String> password();

    /** Whether nobody may manage. */
    default boolean closed() {
        return password().filter(password -> !password.isBlank()).isEmpty();
    }
}
