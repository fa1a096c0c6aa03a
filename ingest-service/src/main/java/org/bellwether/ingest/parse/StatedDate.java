package org.bellwether.ingest.parse;

import java.time.Instant;
import org.bellwether.events.DateProvenance;

/**
 * A date as read.
 *
 * @param provenance {@link DateProvenance#STATED} with a zone of its own, else {@link DateProvenance#ZONE_ASSUMED};
 *     {@link DateProvenance#FIRST_SEEN} where the time of reading stands in for one ahead of it
 */
record StatedDate(Instant instant, DateProvenance provenance) {}
