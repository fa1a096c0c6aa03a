package org.bellwether.ingest;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Lets polling begin with the service, and end with it. */
@Singleton
final class Startup {

    private final Polling polling;

    Startup(Polling polling) {
        this.polling = polling;
    }

    void start(@Observes StartupEvent event) {
        polling.start();
    }

    void end(@Observes ShutdownEvent event) {
        polling.close();
    }
}
