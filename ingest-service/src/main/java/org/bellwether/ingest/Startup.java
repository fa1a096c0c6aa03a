package org.bellwether.ingest;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.Backends;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.CatalogueReading;
import org.bellwether.ingest.catalogue.CatalogueReading.Fault;
import org.bellwether.ingest.catalogue.CatalogueReading.Refused;
import org.bellwether.ingest.catalogue.Feed;
import org.bellwether.ingest.poll.Bookkeeper;
import org.bellwether.ingest.poll.PollLoop;
import org.jboss.logging.Logger;

/**
 * Starts polling as soon as broker and store are both there for the first time, however long that takes; leaves at once
 * when the catalogue is wrong.
 */
@Singleton
final class Startup {

    private static final Logger LOG = Logger.getLogger(Startup.class);
    private static final int MOST_FAULTS_TOLD = 20;
    private static final long TRY_AGAIN_MILLIS = 200;
    private static final long FORGET_HOURS = 24;

    private final CatalogueReading reading;
    private final Catalogue catalogue;
    private final Backends backends;
    private final Bookkeeper books;
    private final PollLoop loop;
    private final Memory memory;
    private final Thread thread = new Thread(this::run, "ingest-start");

    Startup(
            CatalogueReading reading,
            Catalogue catalogue,
            Backends backends,
            Bookkeeper books,
            PollLoop loop,
            Memory memory) {
        this.reading = reading;
        this.catalogue = catalogue;
        this.backends = backends;
        this.books = books;
        this.loop = loop;
        this.memory = memory;
    }

    void start(@Observes StartupEvent event) {
        if (reading instanceof Refused refused) {
            tell(refused.faults());
            Quarkus.asyncExit(1);
            return;
        }
        backends.start();
        thread.setDaemon(true);
        thread.start();
    }

    void end(@Observes ShutdownEvent event) {
        thread.interrupt();
        loop.close();
        backends.close();
    }

    private void run() {
        try {
            while (backends.away().isPresent() || !began()) {
                TimeUnit.MILLISECONDS.sleep(TRY_AGAIN_MILLIS);
            }
            long enabled = catalogue.feeds().stream().filter(Feed::enabled).count();
            LOG.infof("Polling %d of %d feeds", enabled, catalogue.feeds().size());
            while (true) {
                memory.forget();
                TimeUnit.HOURS.sleep(FORGET_HOURS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean began() {
        try {
            memory.prepare();
            books.resume();
            books.announceAll();
            loop.start(catalogue.feeds());
            return true;
        } catch (BackendAwayException e) {
            LOG.warnf("Polling begins later: %s", e.getMessage());
            return false;
        }
    }

    private static void tell(List<Fault> faults) {
        faults.stream().limit(MOST_FAULTS_TOLD).forEach(LOG::error);
        if (faults.size() > MOST_FAULTS_TOLD) {
            LOG.errorf("and %d more faults", faults.size() - MOST_FAULTS_TOLD);
        }
    }
}
