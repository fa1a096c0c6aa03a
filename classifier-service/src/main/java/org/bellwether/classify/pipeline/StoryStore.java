package org.bellwether.classify.pipeline;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.bellwether.classify.story.MongoStories;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands out what the core takes as values. */
@ApplicationScoped
class StoryStore {

    @Produces
    @ApplicationScoped
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    MongoDatabase database(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String name) {
        return client.getDatabase(name);
    }

    @Produces
    MongoStories stories(MongoDatabase database) {
        return new MongoStories(database.getCollection("stories"));
    }

    @Produces
    MongoAnnouncedIssues announced(MongoDatabase database) {
        return new MongoAnnouncedIssues(database.getCollection("announced-issues"));
    }
}
