package org.bellwether.ingest.catalogue;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import org.bellwether.events.Publisher;
import org.jspecify.annotations.Nullable;

/**
 * One feed of the catalogue.
 *
 * @param id slug that stays when the address changes
 * @param name as readers know it
 * @param url absolute http or https address
 * @param language BCP 47 tag of what it carries, {@code und} when unknown
 * @param publisher who speaks
 * @param zone time zone meant where the feed states none
 * @param enabled whether it is polled
 * @param reason why it is disabled, if somebody said so
 * @param group free word to list feeds together by
 * @param interval time from one poll to the next; the service's own when absent
 * @param fullText whether the articles' own pages are fetched for their text
 * @param listing how entries are found where the address is a page and no feed
 */
public record Feed(
        String id,
        String name,
        URI url,
        String language,
        Publisher publisher,
        ZoneId zone,
        boolean enabled,
        @Nullable String reason,
        @Nullable String group,
        @Nullable Duration interval,
        boolean fullText,
        @Nullable Listing listing) {

    /** A feed that is read as it comes. */
    public Feed(
            String id,
            String name,
            URI url,
            String language,
            Publisher publisher,
            ZoneId zone,
            boolean enabled,
            @Nullable String reason,
            @Nullable String group,
            @Nullable Duration interval) {
        this(id, name, url, language, publisher, zone, enabled, reason, group, interval, false, null);
    }

    /** The feed's own interval, or the given one where the catalogue says nothing. */
    public Duration intervalOr(Duration usual) {
        return interval == null ? usual : interval;
    }

    /** The same feed while somebody does not want it polled. */
    Feed paused(@Nullable String why) {
        String said = why == null ? "paused" : "paused: " + why;
        return new Feed(id, name, url, language, publisher, zone, false, said, group, interval, fullText, listing);
    }
}
