package org.bellwether.standalone.demo;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A story as it stands in its feed now.
 *
 * @param id its identity, the same through all corrections
 * @param link to the article on this server
 * @param published when it first appeared
 * @param updated when the edition shown here appeared
 */
record Entry(
        String id,
        String feed,
        URI link,
        String title,
        String text,
        Optional<String> author,
        Instant published,
        Instant updated) {

    /** Whether it has been corrected since it appeared. */
    boolean corrected() {
        return updated.isAfter(published);
    }
}
