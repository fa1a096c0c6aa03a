package org.bellwether.ingest.raw;

import java.time.Instant;

/**
 * That a document is kept, not what stands in it.
 *
 * @param at when it was received (UTC)
 * @param url where it came from, after redirects
 */
public record KeptDocument(Instant at, String url) {}
