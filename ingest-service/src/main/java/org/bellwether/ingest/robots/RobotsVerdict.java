package org.bellwether.ingest.robots;

import java.time.Instant;

/** Whether a page may be read. */
public sealed interface RobotsVerdict {

    /** It may. */
    record Allowed() implements RobotsVerdict {}

    /**
     * It may not.
     *
     * @param reason in words, with the way out
     * @param until when robots.txt is read anew
     */
    record Refused(String reason, Instant until) implements RobotsVerdict {}
}
