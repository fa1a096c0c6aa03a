package org.bellwether.ingest.catalogue;

import java.time.Instant;

/**
 * Who changed something, and when.
 *
 * @param at UTC
 * @param by name of the user
 */
public record Stamp(Instant at, String by) {}
