package org.bellwether.ingest.api;

import java.time.ZoneId;
import java.util.Optional;
import org.bellwether.ingest.catalogue.Listing;
import org.jspecify.annotations.Nullable;

/**
 * What a preview does otherwise than the catalogue says.
 *
 * @param zone of dates that state none
 * @param listing to read the document by
 * @param fullText whether the article of the first entry is read too
 */
record PreviewTrial(Optional<ZoneId> zone, @Nullable Listing listing, boolean fullText) {

    /** Nothing. */
    static final PreviewTrial NONE = new PreviewTrial(Optional.empty(), null, false);
}
