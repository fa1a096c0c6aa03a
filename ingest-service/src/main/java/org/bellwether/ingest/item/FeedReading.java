package org.bellwether.ingest.item;

import java.time.Instant;

/**
 * A reading of a feed.
 *
 * @param at when what is read was received (UTC)
 * @param first the feed was never read before, so that what stands in it may be of any age
 * @param again the document was read before, so that later ones may have been read since
 * @param pushed the document leaves out what stands in the feed and is not new
 */
public record FeedReading(Instant at, boolean first, boolean again, boolean pushed) {

    /** Of what has just been received. */
    public FeedReading(Instant at, boolean first) {
        this(at, first, false, false);
    }

    /** Of what a hub has just sent. */
    public static FeedReading pushed(Instant at, boolean first) {
        return new FeedReading(at, first, false, true);
    }

    /** Of what was received and read then. */
    public static FeedReading again(Instant at) {
        return new FeedReading(at, false, true, false);
    }
}
