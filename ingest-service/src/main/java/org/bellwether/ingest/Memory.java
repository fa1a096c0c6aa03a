package org.bellwether.ingest;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.catalogue.MongoCatalogueChanges;
import org.bellwether.ingest.item.MongoAnnouncements;
import org.bellwether.ingest.item.MongoSeenItems;
import org.bellwether.ingest.poll.Bookkeeper;
import org.bellwether.ingest.raw.MongoRawDocuments;
import org.jboss.logging.Logger;

/** Keeps what is remembered of items, documents, feeds and changes of the catalogue from growing for ever. */
@Singleton
final class Memory {

    private static final Logger LOG = Logger.getLogger(Memory.class);
    private static final Duration STEPS_ALONE = Duration.ofDays(1);

    private final MongoSeenItems seenItems;
    private final MongoAnnouncements announcements;
    private final MongoRawDocuments raw;
    private final Bookkeeper books;
    private final MongoCatalogueChanges steps;
    private final Retention retention;

    Memory(
            MongoSeenItems seenItems,
            MongoAnnouncements announcements,
            MongoRawDocuments raw,
            Bookkeeper books,
            MongoCatalogueChanges steps,
            Retention retention) {
        this.seenItems = seenItems;
        this.announcements = announcements;
        this.raw = raw;
        this.books = books;
        this.steps = steps;
        this.retention = retention;
    }

    void prepare() {
        seenItems.ensureIndex();
        announcements.ensureIndex();
        raw.ensureIndex();
    }

    void forget(Instant now) {
        try {
            Instant longAgo = now.minus(retention.items());
            announcements.forgetBefore(longAgo);
            raw.forgetBefore(now.minus(retention.documents()));
            long forgotten = seenItems.forgetBefore(longAgo);
            LOG.infof("%d items that left their feeds long ago are forgotten", forgotten);
            long feeds = books.forgetWithdrawnBefore(longAgo);
            long folded = steps.fold(now.minus(STEPS_ALONE));
            if (feeds + folded > 0) {
                LOG.infof("So are %d feeds that left the catalogue; %d of its old steps are one now", feeds, folded);
            }
        } catch (BackendAwayException e) {
            LOG.warnf("Old items are forgotten tomorrow: %s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Old items are forgotten tomorrow", e);
        }
    }
}
