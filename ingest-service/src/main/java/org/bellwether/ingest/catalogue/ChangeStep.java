package org.bellwether.ingest.catalogue;

import java.util.List;

/**
 * Changes made at once.
 *
 * @param revision of the catalogue after them; the first is 1, and none is left out
 * @param changes each all that is changed about its feed from then on
 */
public record ChangeStep(long revision, List<FeedChange> changes) {

    public ChangeStep {
        changes = List.copyOf(changes);
    }
}
