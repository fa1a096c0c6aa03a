package org.bellwether.ingest;

import com.mongodb.client.MongoDatabase;
import org.bellwether.ingest.article.MongoMissingArticles;
import org.bellwether.ingest.item.MongoAnnouncements;
import org.bellwether.ingest.item.MongoSeenItems;
import org.bellwether.ingest.poll.ItemMemory;

/** The memory of items as the service puts it together. */
public final class Remembering {

    private Remembering() {}

    public static ItemMemory in(MongoDatabase database) {
        return new ItemMemory(
                new MongoSeenItems(database), new MongoAnnouncements(database), new MongoMissingArticles(database));
    }
}
