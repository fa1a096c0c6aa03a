package org.bellwether.ingest.poll;

import org.bellwether.ingest.article.MongoMissingArticles;
import org.bellwether.ingest.item.MongoAnnouncements;
import org.bellwether.ingest.item.MongoSeenItems;

/**
 * What is remembered of items from poll to poll.
 *
 * @param seen that were published
 * @param announcements of those that were about to be
 * @param missing articles of some, still to be read
 */
public record ItemMemory(MongoSeenItems seen, MongoAnnouncements announcements, MongoMissingArticles missing) {}
