package org.bellwether.ingest;

import com.mongodb.client.MongoDatabase;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.bellwether.ingest.backend.Backends;
import org.bellwether.ingest.catalogue.LiveCatalogue;
import org.bellwether.ingest.catalogue.MongoCatalogueChanges;
import org.bellwether.ingest.item.CanonicalUrl;
import org.bellwether.ingest.state.FeedBoard;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts the plain classes together from the settings; none of them sees a setting itself.
 * What belongs to one side of the service is put together beside this.
 */
@Singleton
final class Wiring {

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    MongoCatalogueChanges catalogueChanges(MongoDatabase database) {
        return new MongoCatalogueChanges(database);
    }

    /** What is polled: the file, read once before and found right, and over it what people changed. */
    @Produces
    @Singleton
    LiveCatalogue catalogue(
            @ConfigProperty(name = "bellwether.catalogue") Optional<Path> file, MongoCatalogueChanges steps) {
        return new LiveCatalogue(CatalogueFile.read(file), steps, CanonicalUrl::identityOf);
    }

    @Produces
    @Singleton
    Backends backends(Admin admin, MongoDatabase database) {
        return new Backends(admin, database);
    }

    @Produces
    @Singleton
    FeedBoard board(LiveCatalogue catalogue) {
        return new FeedBoard(catalogue::current);
    }
}
