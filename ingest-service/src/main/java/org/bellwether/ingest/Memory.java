package org.bellwether.ingest;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.item.MongoSeenItems;
import org.jboss.logging.Logger;

/** Keeps what is remembered of items from growing for ever. */
@Singleton
final class Memory {

    private static final Logger LOG = Logger.getLogger(Memory.class);

    private final MongoSeenItems seenItems;
    private final PollSettings settings;
    private final InstantSource clock;

    Memory(MongoSeenItems seenItems, PollSettings settings, InstantSource clock) {
        this.seenItems = seenItems;
        this.settings = settings;
        this.clock = clock;
    }

    void prepare() {
        seenItems.ensureIndexes();
    }

    void forget() {
        try {
            long forgotten = seenItems.forgetBefore(clock.instant().minus(settings.remember()));
            LOG.infof("%d items that left their feeds long ago are forgotten", forgotten);
        } catch (BackendAwayException e) {
            LOG.warnf("Old items are forgotten tomorrow: %s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Old items are forgotten tomorrow", e);
        }
    }
}
