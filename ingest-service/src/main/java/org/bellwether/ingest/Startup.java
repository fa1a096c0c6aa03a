package org.bellwether.ingest;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets polling begin, or leaves at once when the networks the operator allows are none: nothing else is made before that
 * is known, not even a client of the broker.
 */
@Singleton
final class Startup {

    private static final Logger LOG = Logger.getLogger(Startup.class);

    private final FetchSettings fetching;
    private final Provider<Polling> polling;
    private @Nullable Polling begun;

    Startup(FetchSettings fetching, Provider<Polling> polling) {
        this.fetching = fetching;
        this.polling = polling;
    }

    void start(@Observes StartupEvent event) {
        try {
            fetching.allowed();
        } catch (IllegalArgumentException e) {
            LOG.error("bellwether.fetch.allow: " + e.getMessage());
            Quarkus.asyncExit(1);
            return;
        }
        begun = polling.get();
        begun.start();
    }

    void end(@Observes ShutdownEvent event) {
        if (begun != null) {
            begun.close();
        }
    }
}
