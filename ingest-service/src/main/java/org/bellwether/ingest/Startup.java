package org.bellwether.ingest;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.ingest.catalogue.CatalogueReading;
import org.bellwether.ingest.catalogue.CatalogueReading.Refused;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets polling begin, or leaves at once when what the operator gave is wrong: nothing else is made before that is known,
 * not even a client of the broker.
 */
@Singleton
final class Startup {

    private static final Logger LOG = Logger.getLogger(Startup.class);
    private static final int MOST_FAULTS_TOLD = 20;

    private final CatalogueReading reading;
    private final FetchSettings fetching;
    private final Provider<Polling> polling;
    private @Nullable Polling begun;

    Startup(CatalogueReading reading, FetchSettings fetching, Provider<Polling> polling) {
        this.reading = reading;
        this.fetching = fetching;
        this.polling = polling;
    }

    void start(@Observes StartupEvent event) {
        List<String> faults = faults();
        if (faults.isEmpty()) {
            begun = polling.get();
            begun.start();
            return;
        }
        faults.stream().limit(MOST_FAULTS_TOLD).forEach(LOG::error);
        if (faults.size() > MOST_FAULTS_TOLD) {
            LOG.errorf("and %d more faults", faults.size() - MOST_FAULTS_TOLD);
        }
        Quarkus.asyncExit(1);
    }

    void end(@Observes ShutdownEvent event) {
        if (begun != null) {
            begun.close();
        }
    }

    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (reading instanceof Refused refused) {
            refused.faults().forEach(fault -> faults.add(fault.toString()));
        }
        try {
            fetching.allowed();
        } catch (IllegalArgumentException e) {
            faults.add("bellwether.fetch.allow: " + e.getMessage());
        }
        return faults;
    }
}
