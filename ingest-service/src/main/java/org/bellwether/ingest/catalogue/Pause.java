package org.bellwether.ingest.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Somebody does not want a feed polled for now.
 *
 * @param reason if they said one
 * @param stamp since when, and who
 */
public record Pause(@Nullable String reason, Stamp stamp) {}
