package org.bellwether.ingest.discover;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clue that was looked at.
 *
 * @param clue where it stands and how it was come by
 * @param look what was found there
 */
public record Candidate(Clue clue, Look look) {

    /** What was found at an address. */
    public sealed interface Look {}

    /**
     * A feed.
     *
     * @param finalUrl where it is after redirects
     * @param title of its own
     * @param entries how many it shows
     * @param newest publication time of the newest entry (UTC)
     * @param problems what is wrong or doubtful in it
     * @param hub that pushes its news, as its headers say
     */
    public record Feed(
            URI finalUrl,
            @Nullable String title,
            String format,
            int entries,
            @Nullable Instant newest,
            List<String> problems,
            @Nullable String hub)
            implements Look {}

    /**
     * No feed.
     *
     * @param diagnosis why not
     */
    public record None(String diagnosis) implements Look {}
}
