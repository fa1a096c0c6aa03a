package org.bellwether.ingest.parse;

import org.jspecify.annotations.Nullable;

/**
 * Something that had to be mended before the document could be read.
 *
 * @param code stable, for metrics: {@code charset | declaration | doctype | html-entity | bare-ampersand | control-character | …}
 * @param message what was done
 * @param line where first, counted from 1, if it has a place
 */
public record Repair(String code, String message, @Nullable Integer line) {}
