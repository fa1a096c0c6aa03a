package org.bellwether.ingest.catalogue;

import java.util.List;

/** What is to be done to the catalogue, decided by the catalogue as it is. */
public interface Plan {

    /** All of it, to be done in one step; nothing when it came to nothing. */
    List<FeedChange> changes();
}
