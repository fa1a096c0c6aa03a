package org.bellwether.ingest.lease;

/** How an instance sees the broker. */
public enum Sight {
    /** For a while, without a break. */
    STEADY,
    /** It has just come back, or gone. */
    UNSURE,
    /** Not for a while: it can publish nothing. */
    LOST
}
