package org.bellwether.ingest.item;

import java.time.Instant;
import java.util.List;
import org.bellwether.events.NewsItem;
import org.bellwether.events.TextField;
import org.jspecify.annotations.Nullable;

/**
 * The text that an item should have had.
 *
 * @param published the item as it was published without it
 * @param text plain, longer than that of the feed
 */
public record LongerText(NewsItem published, String text) {

    /**
     * Whether the item still is as it was published then, so that the text is that of its last version; or this text was about to be its
     * next, and nobody knows whether it was published.
     */
    boolean isOf(@Nullable SeenItem seen) {
        if (seen == null) {
            return false;
        }
        return seen.pending()
                ? seen.version() == published.version() + 1 && seen.says(published.contentHash())
                : seen.version() == published.version();
    }

    /** The next version. */
    NewsItem item(Instant at) {
        NewsItem next = Gleaning.with(published, text);
        return new NewsItem(
                next.id(),
                next.version() + 1,
                next.feedId(),
                next.publisher(),
                next.url(),
                next.title(),
                next.text(),
                next.language(),
                next.published(),
                next.publishedProvenance(),
                next.updated(),
                at,
                next.contentHash(),
                List.of(TextField.TEXT));
    }

    /** What is to be remembered then: its feed reads as before. */
    SeenItem remembered(SeenItem before, Instant at) {
        Edition last = before.edition();
        return new SeenItem(
                before.id(),
                before.feedId(),
                before.owner(),
                new Edition(
                        published.version() + 1,
                        last.contentHash(),
                        last.wording(),
                        List.of(TextField.TEXT),
                        at,
                        last.earlier()),
                before.published(),
                before.backlog(),
                false,
                before.lastSeen());
    }
}
