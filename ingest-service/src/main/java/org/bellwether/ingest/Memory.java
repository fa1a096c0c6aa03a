package org.bellwether.ingest;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.item.MongoAnnouncements;
import org.bellwether.ingest.item.MongoSeenItems;
import org.bellwether.ingest.raw.MongoRawDocuments;
import org.jboss.logging.Logger;

/** Keeps what is remembered of items and documents from growing for ever. */
@Singleton
final class Memory {

    private static final Logger LOG = Logger.getLogger(Memory.class);

    private final MongoSeenItems seenItems;
    private final MongoAnnouncements announcements;
    private final MongoRawDocuments raw;
    private final Retention retention;
    private final InstantSource clock;

    Memory(
            MongoSeenItems seenItems,
            MongoAnnouncements announcements,
            MongoRawDocuments raw,
            Retention retention,
            InstantSource clock) {
        this.seenItems = seenItems;
        this.announcements = announcements;
        this.raw = raw;
        this.retention = retention;
        this.clock = clock;
    }

    void prepare() {
        seenItems.ensureIndex();
        announcements.ensureIndex();
        raw.ensureIndex();
    }

    void forget() {
        try {
            Instant longAgo = clock.instant().minus(retention.items());
            announcements.forgetBefore(longAgo);
            raw.forgetBefore(clock.instant().minus(retention.documents()));
            long forgotten = seenItems.forgetBefore(longAgo);
            LOG.infof("%d items that left their feeds long ago are forgotten", forgotten);
        } catch (BackendAwayException e) {
            LOG.warnf("Old items are forgotten tomorrow: %s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Old items are forgotten tomorrow", e);
        }
    }
}
