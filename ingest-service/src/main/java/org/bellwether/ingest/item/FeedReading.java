package org.bellwether.ingest.item;

import java.time.Instant;

/**
 * A reading of a feed.
 *
 * @param at when what is read was received (UTC)
 * @param first the feed was never read before, so that what stands in it may be of any age
 * @param again the document was read before, so that later ones may have been read since
 */
public record FeedReading(Instant at, boolean first, boolean again) {

    /** Of what has just been received. */
    public FeedReading(Instant at, boolean first) {
        this(at, first, false);
    }

    /** Of what was received and read then. */
    public static FeedReading again(Instant at) {
        return new FeedReading(at, false, true);
    }
}
