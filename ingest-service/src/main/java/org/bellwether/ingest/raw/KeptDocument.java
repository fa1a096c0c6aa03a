package org.bellwether.ingest.raw;

import java.time.Instant;

/**
 * That a document is kept, not what stands in it.
 *
 * @param at when it was received (UTC)
 * @param url where it came from, after redirects; the feed's own of one that was pushed
 * @param pushed whether the feed's hub pushed it
 */
public record KeptDocument(Instant at, String url, boolean pushed) {}
