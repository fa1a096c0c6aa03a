package org.bellwether.standalone.demo;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/** Dates in feeds, to the second, in the zone of the outlet. */
final class FeedDates {
    private static final DateTimeFormatter ZONELESS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private FeedDates() {}

    /** RFC 1123 with an offset, or the zoneless form if the feed has that habit. */
    static String rss(DemoFeed feed, Instant date) {
        DateTimeFormatter form =
                feed.form().dates() == DemoFeed.Dates.ZONELESS ? ZONELESS : DateTimeFormatter.RFC_1123_DATE_TIME;
        return form.format(
                date.truncatedTo(ChronoUnit.SECONDS).atZone(feed.outlet().newsroomZone()));
    }

    /** RFC 3339 with an offset. */
    static String iso(DemoFeed feed, Instant date) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                date.truncatedTo(ChronoUnit.SECONDS).atZone(feed.outlet().newsroomZone()));
    }

    /** When the feed last changed; the epoch if nothing is in it. */
    static Instant newest(List<Entry> entries) {
        return entries.stream()
                .map(Entry::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
