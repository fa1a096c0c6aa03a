package org.bellwether.ingest.api;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What came of asking for a poll.
 *
 * @param feed catalogue id
 * @param poll {@code now}, also where another instance does it, or {@code already} when it is being polled
 */
public record PollRequested(String feed, String poll) {

    static final String NOW = "now";
    static final String ALREADY = "already";

    /** Whether it was brought forward by this. */
    @JsonIgnore
    public boolean now() {
        return poll.equals(NOW);
    }
}
