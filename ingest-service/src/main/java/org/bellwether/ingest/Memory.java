package org.bellwether.ingest;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.item.MongoAnnouncements;
import org.bellwether.ingest.item.MongoSeenItems;
import org.jboss.logging.Logger;

/** Keeps what is remembered of items from growing for ever. */
@Singleton
final class Memory {

    private static final Logger LOG = Logger.getLogger(Memory.class);

    private final MongoSeenItems seenItems;
    private final MongoAnnouncements announcements;
    private final PollSettings settings;
    private final InstantSource clock;

    Memory(MongoSeenItems seenItems, MongoAnnouncements announcements, PollSettings settings, InstantSource clock) {
        this.seenItems = seenItems;
        this.announcements = announcements;
        this.settings = settings;
        this.clock = clock;
    }

    void prepare() {
        seenItems.ensureIndex();
        announcements.ensureIndex();
    }

    void forget() {
        try {
            Instant longAgo = clock.instant().minus(settings.remember());
            announcements.forgetBefore(longAgo);
            long forgotten = seenItems.forgetBefore(longAgo);
            LOG.infof("%d items that left their feeds long ago are forgotten", forgotten);
        } catch (BackendAwayException e) {
            LOG.warnf("Old items are forgotten tomorrow: %s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Old items are forgotten tomorrow", e);
        }
    }
}
