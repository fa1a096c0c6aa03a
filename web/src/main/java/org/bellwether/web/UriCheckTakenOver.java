package org.bellwether.web;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Has Quarkus leave the check of a request's URI to {@link ServerRefusals}, which makes the very same one as the first of
 * all routes. Quarkus makes it before any route and answers without a body, and the only switch is a system property that
 * is read once, when its HTTP layer is loaded; before that a service reads its configuration.
 */
public final class UriCheckTakenOver implements SmallRyeConfigBuilderCustomizer {

    private static final String SWITCH = "vertx.disableURIValidation";

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty(SWITCH, "true");
    }
}
