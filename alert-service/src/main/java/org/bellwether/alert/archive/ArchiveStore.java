package org.bellwether.alert.archive;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands the service's database, and what reads the archive from it, to whoever asks. */
@Singleton
final class ArchiveStore {

    @Produces
    @Singleton
    MongoDatabase database(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String name) {
        return client.getDatabase(name);
    }

    @Produces
    @Singleton
    MongoItems items(MongoDatabase database) {
        return new MongoItems(database);
    }

    @Produces
    @Singleton
    IssueWeek issueWeek(MongoItems items, InstantSource clock) {
        return new IssueWeek(items, clock);
    }

    @Produces
    @Singleton
    MongoAlerts alerts(MongoDatabase database) {
        return new MongoAlerts(database);
    }

    @Produces
    @Singleton
    MongoIndicatorStates indicatorStates(MongoDatabase database) {
        return new MongoIndicatorStates(database);
    }

    @Produces
    @Singleton
    MongoSources sources(MongoDatabase database) {
        return new MongoSources(database);
    }

    @Produces
    @Singleton
    MongoIssues issues(MongoDatabase database) {
        return new MongoIssues(database);
    }
}
