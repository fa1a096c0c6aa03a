package org.bellwether.alert.archive;

import java.time.Instant;
import java.util.List;

/**
 * As much of an archived item as counting takes.
 *
 * @param at event time (UTC)
 * @param issues it is about
 */
record Mention(Instant at, List<String> issues) {

    Mention {
        issues = List.copyOf(issues);
    }
}
