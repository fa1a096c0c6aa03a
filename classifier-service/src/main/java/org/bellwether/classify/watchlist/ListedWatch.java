package org.bellwether.classify.watchlist;

import java.util.Optional;

/**
 * A subscriber's query and what became of it.
 *
 * @param id the watch's
 * @param name as the subscriber calls it, possibly empty
 * @param query as written, possibly empty
 * @param refused why it is not in force; empty when it is
 */
public record ListedWatch(String id, String name, String query, Optional<String> refused) {}
