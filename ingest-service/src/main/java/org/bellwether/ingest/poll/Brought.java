package org.bellwether.ingest.poll;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What came of the entries of one reading.
 *
 * @param entries in the document, one per item
 * @param fresh how many of them had never been seen
 * @param published how many were published, corrections included
 * @param stated publication times (UTC), as stated by their publishers, of those that were published for the first time
 * @param refused why, by item id, others could not be published
 * @param articles behind those that were published, where the catalogue asks for full texts
 */
record Brought(
        int entries, int fresh, int published, List<Instant> stated, Map<String, String> refused, Articles articles) {}
