package org.bellwether.ingest;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.backend.Backends;
import org.bellwether.ingest.catalogue.Catalogue;
import org.bellwether.ingest.catalogue.CatalogueReading;
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

    private final CatalogueReading reading;
    private final Catalogue catalogue;
    private final Backends backends;
    private final Bookkeeper books;
    private final PollLoop loop;
    private final Memory memory;
    private boolean polling;

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

    void check(@Observes StartupEvent event) {
        if (reading instanceof Refused refused) {
            refused.faults().stream().limit(MOST_FAULTS_TOLD).forEach(fault -> LOG.error(fault));
            int more = refused.faults().size() - MOST_FAULTS_TOLD;
            if (more > 0) {
                LOG.errorf("and %d more faults", more);
            }
            Quarkus.asyncExit(1);
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void begin() {
        if (polling || reading instanceof Refused || backends.away().isPresent()) {
            return;
        }
        try {
            memory.prepare();
            books.resume();
            books.announceAll();
            loop.start(catalogue.feeds());
            polling = true;
            List<Feed> enabled =
                    catalogue.feeds().stream().filter(Feed::enabled).toList();
            LOG.infof(
                    "Polling %d of %d feeds", enabled.size(), catalogue.feeds().size());
        } catch (BackendAwayException e) {
            LOG.warnf("Polling begins later: %s", e.getMessage());
        }
    }

    void end(@Observes ShutdownEvent event) {
        loop.close();
    }
}
