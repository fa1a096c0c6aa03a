package org.bellwether.ingest.robots;

import java.time.Instant;
import java.util.Optional;
import org.bellwether.ingest.fetch.RedirectRule.Objection;

/** Whether a page may be read. */
public sealed interface RobotsVerdict {

    /** Why the page is not asked for now; empty when it may be. */
    default Optional<Objection> objection() {
        if (this instanceof Refused refused) {
            return Optional.of(new Objection(refused.reason(), null));
        }
        return this instanceof Later later
                ? Optional.of(new Objection(later.reason(), later.until()))
                : Optional.empty();
    }

    /** It may. */
    record Allowed() implements RobotsVerdict {}

    /**
     * It cannot be told yet: robots.txt was not asked for, by our own manners or for want of room. That says nothing of the page.
     *
     * @param until when to ask again (UTC)
     * @param reason in words
     */
    record Later(Instant until, String reason) implements RobotsVerdict {}

    /**
     * It may not.
     *
     * @param reason in words, with the way out
     * @param until when robots.txt is read anew
     * @param unread robots.txt could not be read, so that everything is closed for the time being; else it closes this page
     */
    record Refused(String reason, Instant until, boolean unread) implements RobotsVerdict {}
}
