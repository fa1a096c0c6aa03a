package org.bellwether.alert.subscription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;
import java.util.Optional;

/** The desk that is served: where it reaches the service, and what time it is there. */
@ConfigMapping(prefix = "bellwether")
public interface DeskConfig {

    /** Where readers reach the service; the links in messages begin with it. */
    @WithDefault("http://localhost:8080")
    String publicUrl();

    /** The desk's zone, for times that people read; machines get UTC. */
    @WithDefault("Asia/Seoul")
    ZoneId zone();

    /**
     * Key behind the links in messages and the webhooks' signing secrets, at least 32 characters, the same for all
     * instances. Without it a random one is made once and kept in the store; set it, so that a stolen copy of the store
     * forges no link.
     */
    Optional<String> secret();
}
