package org.bellwether.ingest.catalogue;

/**
 * The catalogue as it was at one time.
 *
 * @param revision how many steps people had taken by then, the same for all instances
 */
public record Edition(long revision, Catalogue catalogue) {}
