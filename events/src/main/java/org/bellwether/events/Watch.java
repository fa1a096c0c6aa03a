package org.bellwether.events;

/**
 * A subscriber's own query: topic {@code watches} (compacted), key {@link #id()}; a tombstone takes it back.
 *
 * @param id watch id
 * @param query in the query language of the classifier
 * @param name as the subscriber calls it
 */
public record Watch(String id, String query, String name) {}
