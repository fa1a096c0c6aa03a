package org.bellwether.ingest;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.bellwether.ingest.article.MissingArticle;
import org.bellwether.ingest.backend.Ageing;
import org.bellwether.ingest.backend.BackendAwayException;
import org.bellwether.ingest.catalogue.MongoCatalogueChanges;
import org.bellwether.ingest.item.Expiry;
import org.bellwether.ingest.poll.ItemMemory;
import org.bellwether.ingest.raw.MongoRawDocuments;
import org.bellwether.ingest.state.MongoFeedStates;
import org.jboss.logging.Logger;

/**
 * Takes over what is remembered of hosts, and keeps what is remembered of items, documents, feeds and changes of the catalogue from
 * growing for ever.
 */
@Singleton
final class Memory {

    private static final Logger LOG = Logger.getLogger(Memory.class);
    private static final Duration STEPS_ALONE = Duration.ofDays(1);

    private final ItemMemory items;
    private final HostMemory hosts;
    private final MongoRawDocuments raw;
    private final MongoFeedStates states;
    private final MongoCatalogueChanges steps;
    private final Retention retention;

    Memory(
            ItemMemory items,
            HostMemory hosts,
            MongoRawDocuments raw,
            MongoFeedStates states,
            MongoCatalogueChanges steps,
            Retention retention) {
        this.items = items;
        this.hosts = hosts;
        this.raw = raw;
        this.states = states;
        this.steps = steps;
        this.retention = retention;
    }

    void prepare() {
        items.seen().ensureIndex();
        hosts.begin();
        Stream.of(items.announcements(), items.missing(), raw).forEach(Ageing::ensureIndex);
    }

    void forget(Instant now) {
        try {
            raw.forgetBefore(now.minus(retention.documents()));
            items.missing().forgetBefore(now.minus(MissingArticle.WORTH_TRYING));
            Set<String> read = states.readSince(Expiry.readFrom(now, retention.items()));
            Expiry expiry = new Expiry(now, retention.items(), read);
            items.announcements().forgetBefore(expiry.unread());
            long forgotten = items.seen().forget(expiry);
            LOG.infof("%d items that left their feeds long ago are forgotten", forgotten);
            long feeds = states.forgetWithdrawnBefore(now.minus(retention.items()), now);
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
