package org.bellwether.ingest.api;

import java.util.Optional;
import org.bellwether.ingest.catalogue.Feed;

/** Tells which instance polls a feed. */
@FunctionalInterface
public interface OtherHolder {

    /** The name of the other instance that polls the feed; empty when this one does, or nobody. */
    Optional<String> of(Feed feed);
}
