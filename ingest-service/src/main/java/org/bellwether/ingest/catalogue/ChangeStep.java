package org.bellwether.ingest.catalogue;

import java.util.List;

/**
 * Changes made at once.
 *
 * @param revision of the catalogue after them; the first is 1, and none is left out but before a whole one
 * @param changes each all that is changed about its feed from then on
 * @param whole whether these are all changes there are by then, so that whatever earlier steps said counts no more
 */
public record ChangeStep(long revision, List<FeedChange> changes, boolean whole) {

    /** One that comes on top of the earlier ones. */
    public ChangeStep(long revision, List<FeedChange> changes) {
        this(revision, changes, false);
    }

    public ChangeStep {
        changes = List.copyOf(changes);
    }
}
