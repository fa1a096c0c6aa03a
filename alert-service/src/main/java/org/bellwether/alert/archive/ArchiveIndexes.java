package org.bellwether.alert.archive;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Every index of the archive. Created at start, as soon as the store is there. */
@Singleton
final class ArchiveIndexes {

    private static final Logger LOG = Logger.getLogger(ArchiveIndexes.class);
    private static final Map<String, List<IndexModel>> INDEXES = Map.of(
            MongoItems.COLLECTION,
            List.of(
                    new IndexModel(Indexes.descending(MongoItems.AT, Documents.ID)),
                    new IndexModel(Indexes.compoundIndex(
                            Indexes.ascending(MongoItems.ISSUES), Indexes.descending(MongoItems.AT)))),
            MongoAlerts.COLLECTION,
            List.of(
                    new IndexModel(Indexes.descending(MongoAlerts.DETECTED_AT, Documents.ID)),
                    new IndexModel(Indexes.compoundIndex(
                            Indexes.ascending(MongoAlerts.INDICATOR), Indexes.descending(MongoAlerts.DETECTED_AT))),
                    new IndexModel(Indexes.compoundIndex(
                            Indexes.ascending(MongoAlerts.ISSUES), Indexes.descending(MongoAlerts.DETECTED_AT)))));

    private final MongoDatabase database;

    ArchiveIndexes(MongoDatabase database) {
        this.database = database;
    }

    void onStart(@Observes StartupEvent event) {
        Uni.createFrom()
                .voidItem()
                .invoke(this::create)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure(MongoException.class)
                .retry()
                .withBackOff(Duration.ofMillis(500), Duration.ofSeconds(5))
                .indefinitely()
                .subscribe()
                .with(done -> LOG.debug("indexes are there"), e -> LOG.errorf(e, "indexes cannot be created"));
    }

    private void create() {
        INDEXES.forEach(
                (collection, indexes) -> database.getCollection(collection).createIndexes(indexes));
    }
}
