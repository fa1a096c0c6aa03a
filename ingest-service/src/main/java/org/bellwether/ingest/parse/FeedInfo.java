package org.bellwether.ingest.parse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says of itself.
 *
 * @param title plain text
 * @param link absolute URL of the page the feed belongs to
 * @param id as stated
 * @param description plain text or sanitised HTML, as stated
 * @param language BCP 47, from the feed or the {@code Content-Language} header
 * @param updated UTC
 */
public record FeedInfo(
        @Nullable String title,
        @Nullable String link,
        @Nullable String id,
        @Nullable String description,
        @Nullable String language,
        @Nullable String author,
        @Nullable Instant updated) {}
