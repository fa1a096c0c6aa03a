package org.bellwether.ingest.api.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a page tells of one feed.
 *
 * @param row what the list tells of it
 * @param url where it is read
 * @param facts by name, in the page's order
 * @param pause since when and why it is not polled, while it is paused
 * @param polls how its last polls went, newest first
 * @param documents kept for a replay, newest first; absent while the store that has them is away or refuses
 * @param may what can be done to it
 */
public record FeedSheet(
        FeedRow row,
        String url,
        List<Fact> facts,
        @Nullable PauseNote pause,
        List<PollRow> polls,
        @Nullable List<DocumentRow> documents,
        May may) {

    /**
     * Something known of it.
     *
     * @param name in the reader's language
     * @param words the same; empty when it is a time
     * @param time if it is one
     * @param wide whether it needs a line to itself
     * @param detail why it is so, in English; possibly empty
     */
    public record Fact(String name, String words, @Nullable Moment time, boolean wide, String detail) {}

    /** That somebody paused it. */
    public record PauseNote(Moment since, String by, String reason) {}

    /**
     * A poll, or several in a row that came to the same.
     *
     * @param times how many, in words; empty for one
     * @param trouble what went wrong, possibly empty
     * @param bytes with their unit
     * @param took seconds, with their unit
     */
    public record PollRow(
            Moment from,
            Moment to,
            String times,
            String outcome,
            String outcomeWords,
            String trouble,
            int entries,
            int published,
            int repairs,
            String bytes,
            String took) {}

    /** A document that is kept. */
    public record DocumentRow(Moment at, String url) {}

    /**
     * What can be done to it.
     *
     * @param poll whether it is polled, and so can be polled now and replayed
     * @param resume whether it is paused
     * @param takeBack whether something was changed that can be taken back to the file
     * @param follows whether it comes from the file, and members that are not changed follow that
     */
    public record May(boolean poll, boolean resume, boolean takeBack, boolean follows) {}
}
