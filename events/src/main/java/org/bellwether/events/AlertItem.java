package org.bellwether.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item that carried an alert, with what a reader wants to see of it.
 *
 * @param itemId id of the {@link NewsItem}
 * @param version its version
 * @param storyId story it belongs to
 * @param title plain text
 * @param url absolute URL of the article
 * @param publisher who says so
 * @param language BCP 47
 * @param published when the publisher says it was published (UTC)
 * @param issue the issue that counted
 * @param act what kind of signal it was
 * @param quotes passages around the evidence, with the evidence marked
 * @param quantity the figure that counted, if one did
 */
public record AlertItem(
        String itemId,
        int version,
        String storyId,
        String title,
        String url,
        Publisher publisher,
        String language,
        Instant published,
        String issue,
        Act act,
        List<Quote> quotes,
        @Nullable Quantity quantity) {

    public AlertItem {
        quotes = Lists.copy(quotes);
    }
}
