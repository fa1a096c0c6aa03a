package org.bellwether.classify.pipeline;

import com.mongodb.client.MongoClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
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
    MongoStories stories(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        return new MongoStories(client.getDatabase(database).getCollection("stories"));
    }

    @Produces
    MongoAnnouncedIssues announced(
            MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        return new MongoAnnouncedIssues(client.getDatabase(database).getCollection("announced-issues"));
    }
}
