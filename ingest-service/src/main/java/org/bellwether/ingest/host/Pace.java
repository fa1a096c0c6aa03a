package org.bellwether.ingest.host;

/** Which of a host's brakes a request is under. All count among those under way at once, and all keep a penalty. */
public enum Pace {
    /** None but these: the operator has the host polled at less than a minute, and so controls it. */
    FREE,
    /** The token bucket: a feed is made for programs, but not for all of them at once. */
    FEED,
    /** The token bucket, and besides the {@code Crawl-delay} that the host's robots.txt asks for. */
    PAGE
}
