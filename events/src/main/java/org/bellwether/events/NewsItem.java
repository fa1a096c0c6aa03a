package org.bellwether.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of one feed entry: topic {@code news.items}, key {@link #id()}.
 *
 * @param id deterministic identity of the entry, the same for every version of it
 * @param version 1 for the first reading, one more for each corrected title or text
 * @param feedId catalogue id of the feed it was read from
 * @param publisher who speaks
 * @param url canonical absolute URL of the article; the feed's own link where the entry has none
 * @param title plain text
 * @param text plain text of the summary or content, possibly empty
 * @param language BCP 47 hint from entry, feed or catalogue; {@code und} when nothing says
 * @param published when the publisher says it was published (UTC); see {@code publishedProvenance}
 * @param publishedProvenance how {@code published} is known
 * @param updated when the publisher says it was last changed (UTC), if it says so
 * @param fetched when it was read (UTC)
 * @param contentHash {@code sha256:<hex>} over the normalised title and text
 * @param changed what reads otherwise than in the version before; absent in a first version, and where nobody can tell any more
 */
public record NewsItem(
        String id,
        int version,
        String feedId,
        Publisher publisher,
        String url,
        String title,
        String text,
        String language,
        Instant published,
        DateProvenance publishedProvenance,
        @Nullable Instant updated,
        Instant fetched,
        String contentHash,
        @Nullable List<TextField> changed) {

    public NewsItem {
        changed = changed == null ? null : List.copyOf(changed);
    }
}
