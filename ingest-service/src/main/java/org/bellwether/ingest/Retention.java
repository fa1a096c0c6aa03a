package org.bellwether.ingest;

import java.time.Duration;

/**
 * How long what was read is remembered.
 *
 * @param items after they left their feed
 * @param documents as they came, after the feed last brought one
 */
record Retention(Duration items, Duration documents) {

    /** A feed is read again so often before its items are forgotten, even one that answers for months that nothing has changed. */
    private static final int READINGS = 3;

    /** After how long without a reading a feed's whole document is asked for. */
    Duration readAgain() {
        return items.dividedBy(READINGS);
    }
}
