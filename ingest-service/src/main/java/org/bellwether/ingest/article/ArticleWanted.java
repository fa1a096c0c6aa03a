package org.bellwether.ingest.article;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item whose article is to be read.
 *
 * @param id of the item
 * @param url of the article
 * @param published null when unknown, which counts as oldest
 * @param feedText what the feed says, plain; possibly empty
 */
public record ArticleWanted(String id, URI url, @Nullable Instant published, String feedText) {}
