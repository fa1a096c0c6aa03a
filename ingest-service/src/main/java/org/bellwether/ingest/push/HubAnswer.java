package org.bellwether.ingest.push;

import java.time.Instant;

/** What came of asking a hub. */
sealed interface HubAnswer {

    /** It takes the request, and will ask at the callback whether it is meant. */
    record Taken() implements HubAnswer {}

    /**
     * It does not.
     *
     * @param reason in words
     */
    record Refused(String reason) implements HubAnswer {}

    /**
     * It was not asked: its host has enough of our requests.
     *
     * @param until when to try again (UTC)
     */
    record Later(Instant until) implements HubAnswer {}
}
