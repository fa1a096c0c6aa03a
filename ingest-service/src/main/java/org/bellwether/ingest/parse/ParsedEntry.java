package org.bellwether.ingest.parse;

import java.time.Instant;
import org.bellwether.events.DateProvenance;
import org.jspecify.annotations.Nullable;

/**
 * One entry as a reader should see it.
 *
 * @param id guid or atom:id as stated, a path of Atom as the address it leads to
 * @param title plain text, empty when the entry has none
 * @param link absolute URL of the article
 * @param summary plain text or sanitised HTML, as stated; of an item of RSS without one its content
 * @param content plain text or sanitised HTML, as stated
 * @param published UTC; null when nothing trustworthy says
 * @param publishedProvenance how {@code published} is known; {@link DateProvenance#FIRST_SEEN} when it is null, and where the time of reading
 *     stands in for one a few minutes ahead of it
 * @param updated UTC
 * @param language BCP 47, in force at its text; null where neither that nor an element around it says
 * @param text plain text of the longer of content and summary, for analysis; possibly empty
 */
public record ParsedEntry(
        @Nullable String id,
        String title,
        @Nullable String link,
        @Nullable String summary,
        @Nullable String content,
        @Nullable String author,
        @Nullable Instant published,
        DateProvenance publishedProvenance,
        @Nullable Instant updated,
        @Nullable String language,
        String text) {}
